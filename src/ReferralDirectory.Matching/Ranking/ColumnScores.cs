using System.Numerics;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Scores the candidates of a block from its columns: the sum that <see cref="Scorer"/> explains, rule by rule. Most are not scored at
/// all: a tile or a listing is passed by when even with the best of all that is not yet known it could not be among the best.
/// </summary>
internal sealed class ColumnScores
{
    private readonly MatchQuery query;
    private readonly BlockView view;
    private readonly StandingScores standing;
    private readonly int[]? networkRaw;
    private readonly ulong[][] softRows;
    private readonly (ulong[]? Meets, ModalitySet Modalities)[] permissions;
    private readonly TierColumns? abroad;

    /// <summary>The most that a candidate here can earn besides its standing score and its distance.</summary>
    private readonly int mostOfOthers;

    public ColumnScores(MatchQuery query, EligibleHere here)
    {
        (this.query, view) = (query, here.View);
        standing = view.AsOf.Standing(query.Weights);
        networkRaw = view.Network?.RawOn(query.Criteria.AsOf);
        softRows = [.. query.SoftPreferences.Select(RowOf)];
        permissions = [.. query.Permissions.Select(permission => (view.ServiceDay.Meets(permission.Place), permission.Modalities))];
        abroad = here.Homes.Length == 0 ? null : view.AsOf.Abroad(query.Criteria.PatientState);
        mostOfOthers = (query.Weights.ModalityFit * query.MostFit)
            + (query.Weights.NetworkEvidence * (networkRaw is null ? Millionths.One : networkRaw.Max()))
            + (query.Weights.Preferences * Millionths.One);
    }

    public static void Offer(MatchQuery query, EligibleHere here, BestResults best)
    {
        var scores = new ColumnScores(query, here);
        for (var tile = 0; tile < here.View.Block.Points.Tiles.Count; tile++)
        {
            if (here.Either(tile) == 0)
                continue;
            var promising = best.Last is { } last ? scores.PromisingIn(tile, last) : ulong.MaxValue;
            scores.OfferEach(tile, here.Offices[tile] & promising, VisitMode.Office, best);

            // What stands of a listing is about its own state.
            if (here.Homes.Length > 0)
                scores.OfferEach(tile, here.Homes[tile] & (promising | ~scores.InPatientState(tile)), VisitMode.HomeVisit, best);
        }
    }

    private void OfferEach(int tile, ulong places, VisitMode mode, BestResults best)
    {
        for (var rest = places; rest != 0; rest &= rest - 1)
        {
            var place = (tile * Bits.PerWord) + BitOperations.TrailingZeroCount(rest);
            var distance = view.DistanceTo(place);
            best.Offer(new ScoredPlace(view.Block, place, mode, distance, Score(place, mode, distance)));
        }
    }

    /// <summary>The listings of a tile that can still come before the last of the best.</summary>
    private ulong PromisingIn(int tile, in ScoredPlace last)
    {
        var miles = MilesOfChord(Math.Max(0, view.Block.Points.Tiles.Least(view.TileChords, tile)));
        if (query.Criteria.Sort == SortOrder.Distance)
            return miles <= last.Distance.Value ? ulong.MaxValue : 0;
        var least = last.Score - mostOfOthers - (query.Weights.Distance * DistanceRule.Raw(miles, query.Options));
        return least > standing.MostOfTile[tile] ? 0 : Bits.AtLeast(standing.Of.AsSpan(tile * Bits.PerWord, Bits.PerWord), (int)Math.Max(least, 0));
    }

    private long Score(int place, VisitMode mode, Miles distance)
    {
        var weights = query.Weights;
        return (long)Standing(place, mode)
            + ((long)weights.ModalityFit * Fit(place))
            + ((long)weights.NetworkEvidence * Network(place, mode))
            + ((long)weights.Distance * DistanceRule.Raw(distance.Value, query.Options))
            + ((long)weights.Preferences * Preferences(place, mode));
    }

    /// <summary>Vetting, availability and record.</summary>
    private int Standing(int place, VisitMode mode)
    {
        var tiers = view.AsOf.Tiers;
        var withoutVetting = standing.Of[place] - (query.Weights.Vetting * tiers.MostVetting(place));
        if (mode == VisitMode.HomeVisit && !Bits.Contains(view.InPatientState, place))
            tiers = abroad!;
        return withoutVetting + (query.Weights.Vetting * tiers.VettingFor(place, query.Relevant));
    }

    private int Fit(int place)
    {
        var usable = new ModalitySet(view.Fixed.Offered[place]);
        foreach (var (meets, modalities) in permissions)
        {
            if (usable.Overlaps(modalities) && !Bits.Contains(meets, place))
                usable = usable.Except(modalities);
        }

        return ModalityFitRule.Raw(usable, new ModalitySet(view.ServiceDay.Certified[place]), new ModalitySet(view.Fixed.Documented[place]), query);
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

    private ulong InPatientState(int tile) => view.InPatientState?[tile] ?? 0;

    private ulong[] RowOf(Preference preference)
    {
        var row = new ulong[Bits.Words];
        PreferenceRows.Fill(preference, view, query.Criteria.Preferences, row);
        return row;
    }
}
