using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.LiveIndex;

/// <summary>
/// Makes the index ready for a day before it begins in the first state, so that nobody waits after midnight; and for today, when the
/// index was read from a file of another day.
/// </summary>
internal sealed class DayAhead(LiveMatchIndex live, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(LookEvery, time);
        do
        {
            if (live.IsReady)
                Prepare(live.Current, stoppingToken);
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What is ready already costs nothing.</summary>
    private void Prepare(MatchIndex index, CancellationToken cancellationToken)
    {
        foreach (var day in DaysInUse.At(time.GetUtcNow(), index.Knowledge))
            index.PrepareFor(day, cancellationToken);
    }
}
