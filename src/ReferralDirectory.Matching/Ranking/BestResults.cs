using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>Keeps the best candidate of each therapist, and of the therapists the best so many.</summary>
internal sealed class BestResults(ResultOrder order, int limit)
{
    private const int UsualLimit = 20;

    private readonly List<ScoredPlace> best = new(Math.Min(limit, UsualLimit) + 1);

    private ReadOnlySpan<ScoredPlace> Held => CollectionsMarshal.AsSpan(best);

    /// <summary>Once there are as many as wanted and the score orders them: a lower score is of no interest.</summary>
    public long LeastScore { get; private set; } = long.MinValue / 2;

    public ImmutableArray<ScoredPlace> InOrder => [.. best];

    /// <summary>Is everybody with at most this score, as a number below zero, or at this distance or farther behind the last of the best?</summary>
    public bool IsBehind(double rank) =>
        best.Count >= limit && rank > (order.Sort == SortOrder.Distance ? best[^1].Distance.Value : -best[^1].Score);

    public void Offer(in ScoredPlace candidate)
    {
        if (candidate.Score < LeastScore)
            return;
        var place = best.Count;
        while (place > 0 && order.IsBefore(candidate, Held[place - 1]))
            place--;
        if (place >= limit)
            return;
        var other = PlaceOf(candidate.Therapist);
        if (other >= 0 && other < place)
            return;
        best.Insert(place, candidate);
        if (other >= 0)
            best.RemoveAt(other + 1);
        else if (best.Count > limit)
            best.RemoveAt(limit);
        if (best.Count >= limit && order.Sort == SortOrder.Score)
            LeastScore = best[^1].Score;
    }

    private int PlaceOf(TherapistId therapist)
    {
        for (var i = 0; i < best.Count; i++)
        {
            if (Held[i].Therapist == therapist)
                return i;
        }

        return -1;
    }
}
