using System.Collections.Immutable;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Finds the best of the eligible: takes blocks, and the tiles of those that it has come to, in the order of the most that anybody in them
/// can have, and stops when that is less than the last of the best has. What it does not come to nobody has to judge.
/// </summary>
internal sealed class BestFirst
{
    private readonly MatchQuery query;
    private readonly BestResults best;

    /// <summary>The lower the rank, the better: below zero the most of a score, or the least of a distance.</summary>
    private readonly PriorityQueue<Stop, double> ahead = new();

    private BestFirst(MatchQuery query, int limit) =>
        (this.query, best) = (query, new BestResults(new ResultOrder(query.Criteria.Sort, query.Criteria.AsOf), limit));

    private bool IsByDistance => query.Criteria.Sort == SortOrder.Distance;

    public static ImmutableArray<ScoredPlace> Of(Surroundings around, MatchQuery query, int limit, CancellationToken cancellationToken)
    {
        var search = new BestFirst(query, limit);
        search.Run(around, cancellationToken);
        return search.best.InOrder;
    }

    private void Run(Surroundings around, CancellationToken cancellationToken)
    {
        foreach (var place in around.Places)
        {
            var bounds = new ScoreBounds(query, around.ViewOf(place));
            ahead.Enqueue(new Stop(place, null, 0), IsByDistance ? bounds.LeastMiles : -bounds.Most);
        }

        while (ahead.TryDequeue(out var stop, out var rank) && !best.IsBehind(rank))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (stop.Scores is { } scores)
                scores.Offer(stop.Tile, best);
            else if (around.At(stop.Place) is { } here)
                AddTilesOf(here);
        }
    }

    private void AddTilesOf(EligibleHere here)
    {
        var scores = new ColumnScores(query, here);
        for (var tile = 0; tile < Bits.Words; tile++)
        {
            if (!here.MayHold(tile))
                continue;
            var rank = IsByDistance ? scores.Bounds.LeastMilesTo(tile) : -scores.MostIn(tile);
            if (!best.IsBehind(rank))
                ahead.Enqueue(new Stop(0, scores, tile), rank);
        }
    }

    /// <summary>A block that has still to be judged, or a tile.</summary>
    private readonly record struct Stop(int Place, ColumnScores? Scores, int Tile);
}
