using System.Numerics;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Scores the candidates of a block from its columns: the sum that <see cref="Scorer"/> explains, rule by rule. Most are not scored at
/// all: a level of fit or a listing is passed by when even with the best of all that is not yet known it could not be among the best.
/// </summary>
internal sealed class ColumnScores
{
    private readonly MatchQuery query;
    private readonly RuleWeights weights;
    private readonly EligibleHere here;
    private readonly BlockView view;
    private readonly StandingScores standing;
    private readonly int[]? networkRaw;
    private FitRows? rows;
    private ulong[][]? softRows;

    /// <summary>The most that a candidate here can earn for its network and for preferences.</summary>
    private readonly int mostOfOthers;

    public ColumnScores(MatchQuery query, EligibleHere here)
    {
        (this.query, weights, this.here, view) = (query, query.Weights, here, here.View);
        standing = view.AsOf.Standing(weights);
        networkRaw = view.Network?.RawOn(query.Criteria.AsOf);
        mostOfOthers = (weights.NetworkEvidence * (view.Standing?.MostForNetwork ?? Millionths.One)) + (weights.Preferences * Millionths.One);
        Bounds = new ScoreBounds(query, view);
    }

    public ScoreBounds Bounds { get; }

    private FitRows Rows => rows ??= new FitRows(query.Fit, view);

    private ulong[][] SoftRows => softRows ??= [.. query.SoftPreferences.Select(RowOf)];

    /// <summary>Nobody in a tile has a higher score.</summary>
    public int MostIn(int tile) => Bounds.MostIn(tile, Foreign(tile) != 0);

    /// <summary>Scores whoever in a tile can still come before the last of the best.</summary>
    public void Offer(int tile, BestResults best)
    {
        var (most, offices) = (mostOfOthers + Bounds.MostForDistance(tile), here.OfficesWithin(tile, query));
        Offer(tile, most, offices, VisitMode.Office, best);
        if (here.Homes.Length == 0)
            return;

        // What stands of a listing is about its own state.
        var foreign = Foreign(tile);
        Offer(tile, most, here.Homes[tile] & ~foreign & ~AsGoodAt(offices), VisitMode.HomeVisit, best);
        Offer(tile, int.MaxValue / 2, foreign, VisitMode.HomeVisit, best);
    }

    /// <summary>Home visits that start in another state.</summary>
    private ulong Foreign(int tile) => here.Homes.Length == 0 ? 0 : here.Homes[tile] & ~(view.InPatientState?[tile] ?? 0);

    /// <summary>Where nothing speaks for a home visit, one at the same listing's office comes first.</summary>
    private ulong AsGoodAt(ulong offices) => query.SoftPreferences.Contains(Preference.HomeVisit) ? 0 : offices;

    /// <param name="tile">The tile.</param>
    /// <param name="most">Nobody has more besides the fit and the standing score.</param>
    /// <param name="candidates">Of the tile.</param>
    /// <param name="mode">In which way they are visited.</param>
    /// <param name="best">Takes them.</param>
    private void Offer(int tile, int most, ulong candidates, VisitMode mode, BestResults best)
    {
        for (var level = 0; candidates != 0 && level < Rows.LevelCount; level++)
        {
            var onLevel = candidates & Rows.At(level, tile);
            candidates &= ~onLevel;
            if (onLevel != 0)
                OfferEach(tile, level, most - mostOfOthers, onLevel & PromisingIn(tile, most + (weights.ModalityFit * Rows.MostAt(level)), best), mode, best);
        }
    }

    /// <summary>The listings of a tile that with this much added can still come before the last of the best.</summary>
    private ulong PromisingIn(int tile, int added, BestResults best)
    {
        var least = best.LeastScore - added;
        return least <= 0 ? ulong.MaxValue
            : least > standing.MostOfTile[tile] ? 0
            : Bits.AtLeast(standing.Of.AsSpan(tile * Bits.PerWord, Bits.PerWord), (int)least);
    }

    /// <param name="tile">The tile.</param>
    /// <param name="level">Of the fit.</param>
    /// <param name="mostForDistance">Nobody has more for being near.</param>
    /// <param name="places">Of the tile.</param>
    /// <param name="mode">In which way they are visited.</param>
    /// <param name="best">Takes them.</param>
    private void OfferEach(int tile, int level, int mostForDistance, ulong places, VisitMode mode, BestResults best)
    {
        for (var rest = places; rest != 0; rest &= rest - 1)
        {
            var place = (tile * Bits.PerWord) + BitOperations.TrailingZeroCount(rest);
            var withoutDistance = (long)Standing(place, mode)
                + ((long)weights.ModalityFit * Rows.RawOf(level, place))
                + ((long)weights.NetworkEvidence * Network(place, mode))
                + ((long)weights.Preferences * Preferences(place, mode));
            if (withoutDistance + mostForDistance < best.LeastScore)
                continue;
            var squaredChord = view.Block.Points.SquaredChordFrom(query.Place, place);
            if (withoutDistance + Near(ScoreBounds.MilesOfChord(Math.Sqrt(squaredChord))) < best.LeastScore)
                continue;
            var distance = UnitVector.MilesOfSquaredChord(squaredChord);
            best.Offer(new ScoredPlace(view.Block, place, view.Block.TherapistAt(place).Id, mode, distance, withoutDistance + Near(distance.Value)));
        }
    }

    private long Near(double miles) => (long)weights.Distance * DistanceRule.Raw(miles, query.Options);

    /// <summary>Vetting, availability and record.</summary>
    private int Standing(int place, VisitMode mode)
    {
        var (most, tiers) = (standing.Of[place], view.AsOf.Tiers);
        return mode == VisitMode.HomeVisit && !Bits.Contains(view.InPatientState, place)
            ? most + (weights.Vetting * (view.AsOf.Abroad(query.Criteria.PatientState).VettingFor(place, query.Relevant) - tiers.MostVetting(place)))
            : most - (tiers.IsSpecialistInVain(place, query.Relevant) ? weights.Vetting * VettingRule.SpecialtyWorth : 0);
    }

    private int Network(int place, VisitMode mode) =>
        networkRaw is not null ? networkRaw[view.Network!.EvidenceOf(place)]
        : query.Network is null ? NetworkEvidenceRule.RawOfSelfPay[0]
        : NetworkEvidenceRule.Raw(view.CandidateAt(place, mode), query);

    private int Preferences(int place, VisitMode mode)
    {
        if (query.SoftPreferences.IsEmpty)
            return Millionths.One;
        var holding = 0;
        for (var i = 0; i < SoftRows.Length; i++)
            holding += query.SoftPreferences[i] == Preference.HomeVisit ? (mode == VisitMode.HomeVisit ? 1 : 0) : Bits.Contains(SoftRows[i], place) ? 1 : 0;
        return PreferencesRule.Raw(holding, SoftRows.Length);
    }

    private ulong[] RowOf(Preference preference)
    {
        var row = new ulong[Bits.Words];
        PreferenceRows.Fill(preference, view, query.Criteria.Preferences, row);
        return row;
    }
}
