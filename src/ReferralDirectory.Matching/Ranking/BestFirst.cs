using System.Collections.Immutable;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Finds the best of the eligible: takes blocks, and the tiles of those that it has come to, in the order of the most that anybody in them
/// can have, and stops when that is less than the last of the best has. What it does not come to nobody has to judge.
/// </summary>
internal sealed class BestFirst
{
    private const int UsualStops = 48;

    private readonly MatchQuery query;
    private readonly RuleWeights weights;
    private readonly BestResults best;

    /// <summary>The lower the rank, the better: below zero the most of a score, or the least of a distance.</summary>
    private readonly PriorityQueue<Stop, double> ahead = new(UsualStops);

    private BestFirst(MatchQuery query, int limit) =>
        (this.query, weights, best) = (query, query.Weights, new BestResults(new ResultOrder(query.Criteria.Sort, query.Criteria.AsOf), limit));

    /// <summary>Vetting, network, availability and record of the best that could be.</summary>
    private int MostAnywhere => (weights.Vetting + weights.NetworkEvidence + weights.Availability + weights.Record) * Millionths.One;

    public static ImmutableArray<ScoredPlace> Of(Surroundings around, MatchQuery query, int limit, CancellationToken cancellationToken)
    {
        var search = new BestFirst(query, limit);
        if (query.Supported.ContainsAll(query.Insisted))
            search.Run(around, cancellationToken);
        return search.best.InOrder;
    }

    private void Run(Surroundings around, CancellationToken cancellationToken)
    {
        foreach (var place in around.Places)
            Add(new Stop(place, null, 0, 0), around.MostStandingOf(place) ?? MostAnywhere, query.Fit.Most, around.LeastOf(place));

        while (ahead.TryDequeue(out var stop, out var rank) && !best.IsBehind(rank))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (stop.Scores is { } scores)
            {
                scores.Offer(stop.Tile, stop.MostForDistance, best);
                continue;
            }

            var view = around.ViewOf(stop.Place);
            AddTilesOf(view, view.Own, areFromAbroad: false, around.Reach);
            if (view.MayVisitFromAbroad)
                AddTilesOf(view, view.Abroad, areFromAbroad: true, around.Reach);
        }
    }

    private void AddTilesOf(BlockView view, StandingCandidates candidates, bool areFromAbroad, in Reach reach)
    {
        var scores = new CandidateScores(query, view, candidates, areFromAbroad, reach);
        var tiles = candidates.Tiles;
        var (place, farthest) = (query.Place, view.MayVisit ? double.PositiveInfinity : reach.NeverChord);
        for (var i = 0; i < tiles.Length; i++)
        {
            ref readonly var tile = ref tiles[i];
            if (tile.Around.LeastChordTo(place) is var least && least <= farthest && query.Fit.MostOf(tile.Offered) is var fit and > 0)
                Add(new Stop(0, scores, i, 0), tile.Most, fit, least);
        }
    }

    /// <param name="stop">A block or a tile.</param>
    /// <param name="standing">Nobody there has more for vetting, network, availability and record.</param>
    /// <param name="fit">Nobody there fits the order better.</param>
    /// <param name="leastChord">Nobody there is nearer.</param>
    private void Add(Stop stop, int standing, int fit, double leastChord)
    {
        if (standing == int.MinValue)
            return;
        var miles = UnitVector.LeastMilesOfChord(Math.Max(0, leastChord));
        var near = weights.Distance * DistanceRule.Raw(miles, query.Options);
        var rank = query.Criteria.Sort == SortOrder.Distance
            ? miles : -((double)standing + ((long)weights.ModalityFit * fit) + ((long)weights.Preferences * Millionths.One) + near);
        if (!best.IsBehind(rank))
            ahead.Enqueue(stop with { MostForDistance = near }, rank);
    }

    /// <summary>A block that has still to be opened, or a tile of its candidates.</summary>
    private readonly record struct Stop(int Place, CandidateScores? Scores, int Tile, int MostForDistance);
}
