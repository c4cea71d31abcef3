using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The most that anybody in a block, or in a tile of it, can score, and the least that it can be away: known before anybody there is judged.</summary>
internal readonly struct ScoreBounds(MatchQuery query, BlockView view)
{
    private RuleWeights Weights => query.Weights;

    /// <summary>Nobody in the block is nearer.</summary>
    public double LeastMiles => MilesOfChord(Math.Max(0, view.Least));

    /// <summary>Nobody in the block has a higher score.</summary>
    public int Most => (view.MayVisitFromAbroad ? MostAnywhere : view.Standing?.Most ?? MostAnywhere) + MostForOrder + MostFor(LeastMiles);

    /// <summary>Vetting, network, availability and record of the best that could be. Of home visits that begin in another state no more is known.</summary>
    private int MostAnywhere => (Weights.Vetting + Weights.NetworkEvidence + Weights.Availability + Weights.Record) * Millionths.One;

    /// <summary>For the fit and for preferences.</summary>
    public int MostForOrder => (Weights.ModalityFit * query.Fit.Most) + (Weights.Preferences * Millionths.One);

    /// <summary>Nobody in a tile is nearer.</summary>
    public double LeastMilesTo(int tile) => MilesOfChord(Math.Max(0, view.Block.Points.Tiles.Least(view.TileChords, tile)));

    /// <summary>Nobody in a tile has a higher score.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="fromAbroad">May one of them visit from another state?</param>
    public int MostIn(int tile, bool fromAbroad) =>
        (fromAbroad ? MostAnywhere : view.Standing?.MostIn(tile) ?? MostAnywhere) + MostForOrder + MostForDistance(tile);

    /// <summary>Nobody in a tile has more for being near.</summary>
    public int MostForDistance(int tile) => MostFor(LeastMilesTo(tile));

    /// <summary>Along the chord: never more than the distance.</summary>
    public static double MilesOfChord(double chord) => chord * GeoPoint.EarthRadiusMiles * (1 - 1e-12);

    private int MostFor(double leastMiles) => Weights.Distance * DistanceRule.Raw(leastMiles, query.Options);
}
