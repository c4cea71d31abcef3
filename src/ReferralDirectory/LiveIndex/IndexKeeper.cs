namespace ReferralDirectory.LiveIndex;

/// <summary>Keeps the index in its file once it has settled: half a gigabyte for a million listings, so not after every change.</summary>
internal sealed class IndexKeeper(LiveMatchIndex live, KeptIndex kept, TimeProvider time) : BackgroundService
{
    /// <summary>An index that two looks in a row find has settled.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>An earlier revision does for a start, too: it catches up with what changed since.</summary>
    public static readonly TimeSpan RestAfter = TimeSpan.FromMinutes(5);

    /// <summary>Fewer listings are compiled from the store in less than half a second.</summary>
    public const int LeastListings = 10_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(LookEvery, time);
        var (seen, rested) = (-1L, DateTimeOffset.MinValue);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            if (!live.IsReady)
                continue;
            var (index, now) = (live.Current, time.GetUtcNow());
            var days = DaysInUse.At(now, index.Knowledge);
            if (index.Revision == seen && now >= rested && index.ListingCount >= LeastListings && !kept.Holds(index, days))
            {
                kept.Keep(index, days, stoppingToken);
                rested = now + RestAfter;
            }

            seen = index.Revision;
        }
    }
}
