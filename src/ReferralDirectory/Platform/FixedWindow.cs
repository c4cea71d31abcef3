using System.Threading.RateLimiting;

namespace ReferralDirectory.Platform;

/// <summary>
/// Counts requests in windows, each of which begins with its first request. The framework's own window does not tell how much of it is
/// left: it says its whole length.
/// </summary>
/// <param name="permits">Requests in one window.</param>
internal sealed class FixedWindow(int permits, TimeSpan length, TimeProvider clock) : RateLimiter
{
    private readonly Lock gate = new();
    private long began = clock.GetTimestamp();
    private int used;

    /// <summary>For how long a new window would have been the same; null while requests count.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (gate)
                return clock.GetElapsedTime(began) - length is { Ticks: >= 0 } idle ? idle : null;
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(began) >= length)
                (began, used) = (clock.GetTimestamp(), 0);
            if (used + permitCount > permits)
                return new Lease(length - clock.GetElapsedTime(began));
            used += permitCount;
            return new Lease(null);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    /// <param name="retryAfter">What is left of the window; null: the request may pass.</param>
    private sealed class Lease(TimeSpan? retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
