namespace ReferralDirectory.LiveIndex;

/// <summary>Keeps the index in its file once it has settled: half a gigabyte for a million listings, so not after every change.</summary>
internal sealed class IndexKeeper(LiveMatchIndex live, KeptIndex kept, TimeProvider time, int leastListings) : BackgroundService
{
    /// <summary>An index that two looks in a row find has settled.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>An earlier revision does for a start, too: it catches up with what changed since.</summary>
    public static readonly TimeSpan RestAfter = TimeSpan.FromMinutes(5);

    /// <summary>An index that never settles is kept as it is after this.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Fewer listings are compiled from the store in less than half a second.</summary>
    public const int LeastListings = 10_000;

    private long? seen;
    private DateTimeOffset rested = time.GetUtcNow();

    public IndexKeeper(LiveMatchIndex live, KeptIndex kept, TimeProvider time)
        : this(live, kept, time, LeastListings)
    {
    }

    /// <summary>Keeps the index if it has settled or never does, is ready for its days, and the file holds another.</summary>
    public void Look(CancellationToken cancellationToken)
    {
        if (!live.IsReady)
            return;
        var (index, now) = (live.Current, time.GetUtcNow());
        var days = DaysInUse.At(now, index.Knowledge);
        var isSettled = index.Revision == seen || now >= rested + LongestWait;
        seen = index.Revision;
        if (!isSettled || now < rested || index.ListingCount < leastListings || kept.Holds(index, days) || !days.All(index.IsReadyFor))
            return;
        kept.Keep(index, days, cancellationToken);
        rested = now + RestAfter;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(LookEvery, time);
        while (await looks.WaitForNextTickAsync(stoppingToken))
            Look(stoppingToken);
    }
}
