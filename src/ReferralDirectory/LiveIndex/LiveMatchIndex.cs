using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Store;

namespace ReferralDirectory.LiveIndex;

/// <summary>
/// Holds the compiled index that answers are made from. A request takes <see cref="Current"/> once, at its beginning, and keeps to it;
/// a newer one is swapped in whole.
/// </summary>
internal sealed partial class LiveMatchIndex(SnapshotReader snapshots, KeptIndex kept, TimeProvider time, ILogger<LiveMatchIndex> logger) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Changed therapists, as a number and as a share of all, up to which the index is changed and not made anew.</summary>
    private const int AlwaysFollowed = 1_000;
    private const double MostFollowed = .05;

    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile Loaded? loaded;
    private volatile Pause? pause;
    private long failedRefreshes;

    /// <summary>False until the first load: there is nothing to answer from.</summary>
    public bool IsReady => loaded is not null;

    /// <exception cref="InvalidOperationException">Nothing is loaded yet.</exception>
    public MatchIndex Current => loaded?.Index ?? throw new InvalidOperationException("The index is not loaded yet.");

    /// <summary>The release of ICD-10-CM that goes with <see cref="Current"/>.</summary>
    /// <exception cref="InvalidOperationException">Nothing is loaded yet.</exception>
    public Icd10Release Icd10Release => loaded?.Icd10Release ?? throw new InvalidOperationException("The index is not loaded yet.");

    /// <summary>When <see cref="Current"/> was compiled; null before the first load.</summary>
    public DateTimeOffset? LoadedAt => loaded?.At;

    /// <summary>Refreshes that failed since the start; the index before them was kept.</summary>
    public long FailedRefreshes => Interlocked.Read(ref failedRefreshes);

    /// <summary>Takes the index up from its file, or compiles the store as it stands. A failure is the caller's: there is no older index to keep.</summary>
    public Task LoadAsync(CancellationToken cancellationToken) => Task.Run(() => UpdateAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Follows the store, if it has another revision. A failure is logged and counted, and the index that is there stays; after it nothing
    /// is tried for a second, and twice as long after each that follows, up to a minute.
    /// </summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (pause is { } resting && time.GetElapsedTime(resting.Since) < resting.Length)
            return;
        try
        {
            if (loaded is not { } old || snapshots.ReadRevision() != old.Index.Revision)
                await UpdateAsync(cancellationToken);
            pause = null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            pause = new Pause(time.GetTimestamp(), pause is null ? FirstPause : TimeSpan.FromTicks(Math.Min(pause.Length.Ticks * 2, LongestPause.Ticks)));
            Interlocked.Increment(ref failedRefreshes);
            Log.RefreshFailed(logger, failure, loaded?.Index.Revision);
        }
    }

    public void Dispose() => refreshing.Dispose();

    private async Task UpdateAsync(CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        // Large, so it is read beside; and asked for once more below, where it costs a row: it may not be older than the index.
        var codes = Task.Run(snapshots.ReadIcd10Release, CancellationToken.None);
        try
        {
            var started = time.GetTimestamp();
            var followed = (loaded?.Index ?? kept.Find()) is { } old ? Follow(old, cancellationToken) : null;
            var index = followed?.Index ?? StoreCompiler.Compile(snapshots, Days, cancellationToken);
            await codes;
            loaded = new Loaded(index, snapshots.ReadIcd10Release(), time.GetUtcNow());
            var elapsed = time.GetElapsedTime(started);
            if (followed is { } changes)
                Log.Followed(logger, index.Revision, changes.Changed, elapsed);
            else
                Log.Compiled(logger, index.Revision, index.TherapistCount, elapsed);
        }
        finally
        {
            // Whoever is told of a failure may close the store: nothing must go on reading it.
            await Task.WhenAny(codes);
            refreshing.Release();
        }
    }

    /// <summary>Null: so much changed, or what all of it rests on, that a whole index is cheaper or needed.</summary>
    private (MatchIndex Index, int Changed)? Follow(MatchIndex old, CancellationToken cancellationToken)
    {
        if (snapshots.CountSince(old.Revision) > Math.Max(AlwaysFollowed, old.TherapistCount * MostFollowed))
            return null;
        var changes = snapshots.ReadSince(old.Revision, cancellationToken);
        return changes.Knowledge is null ? (old.With(changes, Days(old.Knowledge)), changes.Changed.Length + changes.Removed.Length) : null;
    }

    private DateOnly[] Days(KnowledgeTables knowledge) => DaysInUse.At(time.GetUtcNow(), knowledge);

    private sealed record Loaded(MatchIndex Index, Icd10Release Icd10Release, DateTimeOffset At);

    private sealed record Pause(long Since, TimeSpan Length);

    private static partial class Log
    {
        [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Index of revision {Revision} with {Therapists} therapists compiled in {Elapsed}")]
        public static partial void Compiled(ILogger logger, long revision, int therapists, TimeSpan elapsed);

        [LoggerMessage(EventId = 3003, Level = LogLevel.Information, Message = "Index brought to revision {Revision}: {Changed} therapists changed, in {Elapsed}")]
        public static partial void Followed(ILogger logger, long revision, int changed, TimeSpan elapsed);

        [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "The index could not be refreshed; revision {Revision} keeps serving")]
        public static partial void RefreshFailed(ILogger logger, Exception failure, long? revision);
    }
}
