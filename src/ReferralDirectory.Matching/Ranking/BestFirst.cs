using System.Collections.Immutable;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Finds the best of the eligible: takes the tiles in the order of the most that anybody in them can have, and stops when that is less
/// than the last of the best has.
/// </summary>
internal static class BestFirst
{
    public static ImmutableArray<ScoredPlace> Of(Eligible eligible, MatchQuery query, int limit, CancellationToken cancellationToken)
    {
        var best = new BestResults(new ResultOrder(query.Criteria.Sort, query.Criteria.AsOf), limit);
        var tiles = TilesOf(eligible, query);
        while (tiles.TryDequeue(out var tile, out var rank) && !best.IsBehind(rank))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tile.Scores.Offer(tile.Tile, best);
        }

        return best.InOrder;
    }

    /// <summary>The lower the rank, the better: below zero the most of a score, or the least of a distance.</summary>
    private static PriorityQueue<(ColumnScores Scores, int Tile), double> TilesOf(Eligible eligible, MatchQuery query)
    {
        var tiles = new List<((ColumnScores, int), double)>();
        foreach (var part in eligible.Parts)
        {
            var scores = new ColumnScores(query, part);
            for (var tile = 0; tile < Bits.Words; tile++)
            {
                if (part.Either(tile) != 0)
                    tiles.Add(((scores, tile), query.Criteria.Sort == SortOrder.Distance ? scores.LeastMilesTo(tile) : -scores.MostIn(tile)));
            }
        }

        return new PriorityQueue<(ColumnScores, int), double>(tiles);
    }
}
