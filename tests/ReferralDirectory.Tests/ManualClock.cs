namespace ReferralDirectory.Tests;

/// <summary>A clock that stands still until a test moves it; its timers ring, once, when they are passed.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider, IDisposable
{
    private readonly SemaphoreSlim timersMade = new(0);
    private readonly List<Ringing> timers = [];

    public DateTimeOffset Now { get; private set; } = now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by)
    {
        Now += by;
        Ringing[] passed;
        lock (timers)
            passed = [.. timers.Where(timer => timer.Due <= Now)];
        foreach (var timer in passed)
            timer.Ring();
    }

    /// <summary>Waits until somebody asked for a timer.</summary>
    public Task TimerMadeAsync(CancellationToken cancellationToken) => timersMade.WaitAsync(cancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Ringing(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (timers)
            timers.Add(timer);
        timersMade.Release();
        return timer;
    }

    public void Dispose() => timersMade.Dispose();

    private sealed class Ringing(ManualClock clock, Action ring) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public void Ring()
        {
            Change(period, period);
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.Now + dueTime;
            return true;
        }

        public void Dispose()
        {
            lock (clock.timers)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
