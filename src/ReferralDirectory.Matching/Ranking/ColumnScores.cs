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
    private readonly int[]? networkRaw;
    private FitRows? rows;
    private ulong[][]? softRows;

    public ColumnScores(MatchQuery query, EligibleHere here)
    {
        (this.query, weights, this.here, view) = (query, query.Weights, here, here.View);
        networkRaw = view.Network?.RawOn(query.Criteria.AsOf);
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
        Offer(tile, Promising(tile, here.Offices[tile], best), VisitMode.Office, best);
        if (here.Homes.Length == 0 || here.Homes[tile] == 0)
            return;

        // What stands of a listing is about its own state.
        var foreign = Foreign(tile);
        Offer(tile, Promising(tile, here.Homes[tile] & ~foreign & ~AsGoodAtTheOffice(tile), best), VisitMode.HomeVisit, best);
        Offer(tile, foreign, VisitMode.HomeVisit, best);
    }

    /// <summary>Home visits that start in another state.</summary>
    private ulong Foreign(int tile) => here.Homes.Length == 0 ? 0 : here.Homes[tile] & ~(view.InPatientState?[tile] ?? 0);

    /// <summary>Where nothing speaks for a home visit, one at the same listing's office comes first.</summary>
    private ulong AsGoodAtTheOffice(int tile) => query.SoftPreferences.Contains(Preference.HomeVisit) ? 0 : here.OfficesWithin(tile, query);

    /// <summary>Those candidates who with the best fit, and at the nearest spot of the tile, can still come before the last of the best.</summary>
    private ulong Promising(int tile, ulong candidates, BestResults best)
    {
        if (candidates == 0 || view.Standing is not { } standing)
            return candidates;
        var least = best.LeastScore - Bounds.MostForOrder - Bounds.MostForDistance(tile);
        for (var rest = candidates; rest != 0; rest &= rest - 1)
        {
            if (standing.ScoreOf(PlaceOf(tile, rest)) < least)
                candidates &= ~(rest & (~rest + 1));
        }

        return candidates;
    }

    private void Offer(int tile, ulong candidates, VisitMode mode, BestResults best)
    {
        var mostForDistance = candidates == 0 ? 0 : Bounds.MostForDistance(tile);
        for (var level = 0; candidates != 0 && level < Rows.LevelCount; level++)
        {
            var onLevel = candidates & Rows.At(level, tile);
            candidates &= ~onLevel;
            for (var rest = onLevel; rest != 0; rest &= rest - 1)
                OfferOne(PlaceOf(tile, rest), level, mode, mostForDistance, best);
        }
    }

    /// <param name="place">Of the listing.</param>
    /// <param name="level">Of its fit.</param>
    /// <param name="mode">In which way it is visited.</param>
    /// <param name="mostForDistance">It has no more for being near.</param>
    /// <param name="best">Takes it.</param>
    private void OfferOne(int place, int level, VisitMode mode, int mostForDistance, BestResults best)
    {
        var standing = Standing(place, mode);
        if (standing + ((long)weights.ModalityFit * Rows.MostAt(level)) + ((long)weights.Preferences * Millionths.One) + mostForDistance < best.LeastScore)
            return;
        var withoutDistance = standing + ((long)weights.ModalityFit * Rows.RawOf(level, place)) + ((long)weights.Preferences * Preferences(place, mode));
        if (withoutDistance + mostForDistance < best.LeastScore)
            return;
        var squaredChord = view.Block.Points.SquaredChordFrom(query.Place, place);
        if (withoutDistance + Near(ScoreBounds.MilesOfChord(Math.Sqrt(squaredChord))) < best.LeastScore || (mode == VisitMode.Office && !here.IsWithin(squaredChord)))
            return;
        var distance = UnitVector.MilesOfSquaredChord(squaredChord);
        best.Offer(new ScoredPlace(view.Block, place, view.Block.TherapistAt(place).Id, mode, distance, withoutDistance + Near(distance.Value)));
    }

    private long Near(double miles) => (long)weights.Distance * DistanceRule.Raw(miles, query.Options);

    /// <summary>Vetting, network, availability and record.</summary>
    private long Standing(int place, VisitMode mode)
    {
        var tiers = view.AsOf.Tiers;
        if (mode == VisitMode.HomeVisit && !Bits.Contains(view.InPatientState, place))
            return Scored(place) + Network(place, mode)
                + ((long)weights.Vetting * (view.AsOf.Abroad(query.Criteria.PatientState).VettingFor(place, query.Relevant) - tiers.MostVetting(place)));
        var most = view.Standing?.ScoreOf(place) ?? Scored(place) + Network(place, mode);
        return most - (tiers.IsSpecialistInVain(place, query.Relevant) ? weights.Vetting * VettingRule.SpecialtyWorth : 0);
    }

    /// <summary>Vetting in the listing's own state, availability and record.</summary>
    private long Scored(int place) => view.AsOf.Standing(weights).Of[place];

    private long Network(int place, VisitMode mode) => (long)weights.NetworkEvidence * (
        networkRaw is not null ? networkRaw[view.Network!.EvidenceOf(place)]
        : query.Network is null ? NetworkEvidenceRule.RawOfSelfPay[0]
        : NetworkEvidenceRule.Raw(view.CandidateAt(place, mode), query));

    private int Preferences(int place, VisitMode mode)
    {
        if (query.SoftPreferences.IsEmpty)
            return Millionths.One;
        var holding = 0;
        for (var i = 0; i < SoftRows.Length; i++)
            holding += query.SoftPreferences[i] == Preference.HomeVisit ? (mode == VisitMode.HomeVisit ? 1 : 0) : Bits.Contains(SoftRows[i], place) ? 1 : 0;
        return PreferencesRule.Raw(holding, SoftRows.Length);
    }

    private static int PlaceOf(int tile, ulong bits) => (tile * Bits.PerWord) + BitOperations.TrailingZeroCount(bits);

    private ulong[] RowOf(Preference preference)
    {
        var row = new ulong[Bits.Words];
        PreferenceRows.Fill(preference, view, query.Criteria.Preferences, row);
        return row;
    }
}
