using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Quality;

namespace ReferralDirectory.Tests.Quality;

public sealed class ReminderLogTests
{
    /// <summary>Somebody in Syracuse of whom the exclusion list was asked on 1 November 2026: due on 3 December, announced on 19 November.</summary>
    private static readonly MatchIndex Index = DirectoryAppPeople.Compile(
        DirectoryAppPeople.Person(1, "Ana María", "Núñez", "13202"), DirectoryAppPeople.Person(2, "Suspended", "Sam", "13202", licence: LicenceStatus.Suspended));

    [Fact]
    public async Task Each_stage_is_told_once_on_its_day_by_ids_alone_and_of_nobody_who_is_not_shown()
    {
        var stopping = TestContext.Current.CancellationToken;
        using var clock = new ManualClock(new DateTimeOffset(2026, 11, 18, 12, 0, 0, TimeSpan.Zero));
        var heard = new Heard();
        using var log = new ReminderLog(() => Index, clock, heard);
        await log.StartAsync(stopping);
        await clock.TimerMadeAsync(stopping);

        LookAt(new DateOnly(2026, 11, 18));
        LookAt(new DateOnly(2026, 11, 19));
        Assert.Equal("ExclusionCheckDue, Ahead: therapist thr_000001, listing (null), state (null), due on 12/03/2026", await heard.NextAsync(stopping));
        clock.Advance(ReminderLog.LookEvery);
        LookAt(new DateOnly(2026, 12, 2));
        LookAt(new DateOnly(2026, 12, 3));
        Assert.StartsWith("ExclusionCheckDue, Due: therapist thr_000001", await heard.NextAsync(stopping), StringComparison.Ordinal);

        // After days without a look what began in between is told, too.
        LookAt(new DateOnly(2026, 12, 18));
        Assert.StartsWith("ExclusionCheckDue, Overdue: therapist thr_000001", await heard.NextAsync(stopping), StringComparison.Ordinal);
        await log.StopAsync(stopping);
        Assert.True(heard.IsSilent);

        void LookAt(DateOnly day) => clock.Advance(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero) - clock.Now + ReminderLog.LookEvery);
    }

    private sealed class Heard : ILogger<ReminderLog>
    {
        private readonly Channel<string> said = Channel.CreateUnbounded<string>();

        public bool IsSilent => !said.Reader.TryPeek(out _);

        public ValueTask<string> NextAsync(CancellationToken cancellationToken) => said.Reader.ReadAsync(cancellationToken);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Writer.TryWrite(formatter(state, exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }
}
