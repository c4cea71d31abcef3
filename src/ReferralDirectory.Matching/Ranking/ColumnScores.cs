using System.Numerics;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Scores the candidates of a block from its columns: the sum that <see cref="Scorer"/> explains, rule by rule. Most are not scored at
/// all: a block, a tile, a level of fit or a listing is passed by when even with the best of all that is not yet known it could not be
/// among the best.
/// </summary>
internal sealed class ColumnScores
{
    private readonly MatchQuery query;
    private readonly RuleWeights weights;
    private readonly BlockView view;
    private readonly EligibleHere here;
    private readonly BestResults best;
    private readonly FitRows fit;
    private readonly StandingScores standing;
    private readonly int[]? networkRaw;
    private readonly ulong[][] softRows;

    /// <summary>The most that a candidate here can earn for its network and for preferences.</summary>
    private readonly int mostOfOthers;

    private ColumnScores(MatchQuery query, EligibleHere here, BestResults best)
    {
        (this.query, weights, view, this.here, this.best) = (query, query.Weights, here.View, here, best);
        fit = new FitRows(query.Fit, view);
        standing = view.AsOf.Standing(weights);
        networkRaw = view.Network?.RawOn(query.Criteria.AsOf);
        softRows = [.. query.SoftPreferences.Select(RowOf)];
        mostOfOthers = (weights.NetworkEvidence * (networkRaw is null ? Millionths.One : networkRaw.Max())) + (weights.Preferences * Millionths.One);
    }

    public static void Offer(MatchQuery query, EligibleHere here, BestResults best) => new ColumnScores(query, here, best).OfferTiles();

    private void OfferTiles()
    {
        for (var tile = 0; tile < view.Block.Points.Tiles.Count; tile++)
        {
            if (here.Either(tile) == 0)
                continue;
            var miles = MilesOfChord(Math.Max(0, view.Block.Points.Tiles.Least(view.TileChords, tile)));
            var most = mostOfOthers + (weights.Distance * DistanceRule.Raw(miles, query.Options));
            OfferLevels(tile, miles, most, here.Offices[tile], VisitMode.Office);
            if (here.Homes.Length == 0)
                continue;

            // What stands of a listing is about its own state.
            var foreign = here.Homes[tile] & ~(view.InPatientState?[tile] ?? 0);
            OfferLevels(tile, miles, most, here.Homes[tile] & ~foreign & ~AsGoodAtTheOffice(tile), VisitMode.HomeVisit);
            OfferLevels(tile, miles, int.MaxValue / 2, foreign, VisitMode.HomeVisit);
        }
    }

    /// <summary>Where nothing speaks for a home visit, one at the same listing's office comes first.</summary>
    private ulong AsGoodAtTheOffice(int tile) => query.SoftPreferences.Contains(Preference.HomeVisit) ? 0 : here.Offices[tile];

    /// <param name="tile">The tile.</param>
    /// <param name="miles">Nobody in the tile is nearer.</param>
    /// <param name="most">Nobody has more besides the fit and the standing score.</param>
    /// <param name="candidates">Of the tile.</param>
    /// <param name="mode">In which way they are visited.</param>
    private void OfferLevels(int tile, double miles, int most, ulong candidates, VisitMode mode)
    {
        if (candidates == 0 || (best.Order.Sort == SortOrder.Distance && miles > best.Last?.Distance.Value))
            return;
        for (var level = 0; level < fit.LevelCount && candidates != 0; level++)
        {
            var onLevel = candidates & fit.At(level, tile);
            candidates &= ~onLevel;
            if (onLevel != 0)
                OfferEach(tile, level, onLevel & PromisingIn(tile, most + (weights.ModalityFit * fit.MostAt(level))), mode);
        }
    }

    /// <summary>The listings of a tile that with this much added can still come before the last of the best.</summary>
    private ulong PromisingIn(int tile, int added)
    {
        if (best.Last is not { } last || best.Order.Sort == SortOrder.Distance)
            return ulong.MaxValue;
        var least = last.Score - added;
        return least <= 0 ? ulong.MaxValue
            : least > standing.MostOfTile[tile] ? 0
            : Bits.AtLeast(standing.Of.AsSpan(tile * Bits.PerWord, Bits.PerWord), (int)least);
    }

    private void OfferEach(int tile, int level, ulong places, VisitMode mode)
    {
        for (var rest = places; rest != 0; rest &= rest - 1)
        {
            var place = (tile * Bits.PerWord) + BitOperations.TrailingZeroCount(rest);
            var distance = view.DistanceTo(place);
            var score = (long)Standing(place, mode)
                + ((long)weights.ModalityFit * fit.RawOf(level, place))
                + ((long)weights.NetworkEvidence * Network(place, mode))
                + ((long)weights.Distance * DistanceRule.Raw(distance.Value, query.Options))
                + ((long)weights.Preferences * Preferences(place, mode));
            best.Offer(new ScoredPlace(view.Block, place, mode, distance, score));
        }
    }

    /// <summary>Vetting, availability and record.</summary>
    private int Standing(int place, VisitMode mode)
    {
        var tiers = view.AsOf.Tiers;
        var withoutVetting = standing.Of[place] - (weights.Vetting * tiers.MostVetting(place));
        if (mode == VisitMode.HomeVisit && !Bits.Contains(view.InPatientState, place))
            tiers = view.AsOf.Abroad(query.Criteria.PatientState);
        return withoutVetting + (weights.Vetting * tiers.VettingFor(place, query.Relevant));
    }

    private int Network(int place, VisitMode mode) => networkRaw is not null
        ? networkRaw[view.Network!.EvidenceOf(place)]
        : NetworkEvidenceRule.Raw(view.CandidateAt(place, mode), query);

    private int Preferences(int place, VisitMode mode)
    {
        var holding = 0;
        for (var i = 0; i < softRows.Length; i++)
            holding += query.SoftPreferences[i] == Preference.HomeVisit ? (mode == VisitMode.HomeVisit ? 1 : 0) : Bits.Contains(softRows[i], place) ? 1 : 0;
        return PreferencesRule.Raw(holding, softRows.Length);
    }

    /// <summary>Along the chord: never more than the distance.</summary>
    private static double MilesOfChord(double chord) => chord * GeoPoint.EarthRadiusMiles * (1 - 1e-12);

    private ulong[] RowOf(Preference preference)
    {
        var row = new ulong[Bits.Words];
        PreferenceRows.Fill(preference, view, query.Criteria.Preferences, row);
        return row;
    }
}
