using ReferralDirectory.Reviews;

namespace ReferralDirectory.Quality;

/// <summary>How much of each kind waits for a person. Asked of the store at most every ten seconds, however often somebody asks here.</summary>
internal sealed class WaitingReviews(ReviewQueue queue, TimeProvider time)
{
    private static readonly TimeSpan ToldFor = TimeSpan.FromSeconds(10);

    private (IReadOnlyList<ReviewCountResponse> Counts, long At)? last;

    /// <summary>Every kind, those of which nothing waits among them. Called by one at a time.</summary>
    public async Task<IReadOnlyList<ReviewCountResponse>> CountAsync(CancellationToken cancellationToken)
    {
        if (last is { } known && time.GetElapsedTime(known.At) < ToldFor)
            return known.Counts;
        var waiting = (await queue.ReadAsync(withDecided: false, cancellationToken)).ToLookup(review => review.Kind);
        IReadOnlyList<ReviewCountResponse> counts = [.. Enum.GetValues<ReviewKind>().Select(kind => new ReviewCountResponse(kind, waiting[kind].Count()))];
        last = (counts, time.GetTimestamp());
        return counts;
    }
}
