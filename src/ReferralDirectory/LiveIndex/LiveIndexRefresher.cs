using ReferralDirectory.Store;

namespace ReferralDirectory.LiveIndex;

/// <summary>Keeps the index up with the store: at once after a write of this process, within a quarter second after another's.</summary>
internal sealed class LiveIndexRefresher(LiveMatchIndex index, RevisionSignal signal, TimeProvider time) : BackgroundService
{
    /// <summary>How often the revision is looked at, for writes of other processes. One row is read.</summary>
    public static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var poll = time.CreateTimer(_ => signal.Raise(), state: null, TimeSpan.Zero, PollEvery);
        await foreach (var _ in signal.ListenAsync(stoppingToken))
            await index.RefreshAsync(stoppingToken);
    }
}
