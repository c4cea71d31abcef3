namespace ReferralDirectory.LiveIndex;

/// <summary>
/// Makes the index ready for a day before it begins in the first state, so that nobody waits after midnight; and for today, when the
/// index was read from a file of another day.
/// </summary>
internal sealed partial class DayAhead(LiveMatchIndex live, TimeProvider time, ILogger<DayAhead> logger) : BackgroundService
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(LookEvery, time);
        do
        {
            if (live.IsReady)
                Prepare(stoppingToken);
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    private void Prepare(CancellationToken cancellationToken)
    {
        var index = live.Current;
        foreach (var day in DaysInUse.At(time.GetUtcNow(), index.Knowledge).Where(day => !index.IsReadyFor(day)))
        {
            var started = time.GetTimestamp();
            index.PrepareFor(day, cancellationToken);
            var elapsed = time.GetElapsedTime(started);
            Log.Prepared(logger, day, elapsed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3021, Level = LogLevel.Information, Message = "Index made ready for {Day} in {Elapsed}")]
        public static partial void Prepared(ILogger logger, DateOnly day, TimeSpan elapsed);
    }
}
