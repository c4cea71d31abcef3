using System.Collections.Immutable;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>Keeps the best candidate of each therapist, and of the therapists the best so many.</summary>
internal sealed class BestResults(ResultOrder order, int limit)
{
    private readonly List<ScoredPlace> best = [];

    public ResultOrder Order { get; } = order;

    /// <summary>The last of the best once there are as many as wanted: only what comes before it is of interest.</summary>
    public ScoredPlace? Last => best.Count < limit ? null : best[^1];

    public ImmutableArray<ScoredPlace> InOrder => [.. best];

    public void Offer(in ScoredPlace candidate)
    {
        var place = best.BinarySearch(candidate, Order);
        if (place >= 0 || ~place >= limit)
            return;
        var therapist = candidate.Therapist;
        var other = best.FindIndex(held => held.Therapist == therapist);
        if (other >= 0 && other < ~place)
            return;
        best.Insert(~place, candidate);
        if (other >= 0)
            best.RemoveAt(other + 1);
        else if (best.Count > limit)
            best.RemoveAt(limit);
    }
}
