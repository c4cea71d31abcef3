using ReferralDirectory.Matching.Browsing;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Quality;

/// <summary>
/// Writes, once a day, an event into the log for each reminder of somebody who may be shown whose stage began since the day before: what
/// listens to the log can write to whom it concerns. A day on which no server ran is made up for by <c>quality --json</c>, which lists all
/// that is due.
/// </summary>
internal sealed partial class ReminderLog(Func<MatchIndex?> current, TimeProvider time, ILogger<ReminderLog> logger) : BackgroundService
{
    /// <summary>How often is looked whether a day has begun. Never at the start itself: others wait for that.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(5);

    private DateOnly? last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(LookEvery, time);
        while (await looks.WaitForNextTickAsync(stoppingToken))
            Look();
    }

    private void Look()
    {
        if (current() is not { } index || index.Knowledge.DayIn(state: null, time.GetUtcNow()) is var today && today == last)
            return;
        var told = last ?? today.AddDays(-1);
        var begun = index.Therapists.Where(Browser.IsListed).SelectMany(therapist => DueList.On(today, therapist)).Where(reminder => reminder.Since > told && reminder.Since <= today);
        foreach (var reminder in begun)
            Log.Reminds(logger, reminder.Kind, reminder.Stage, reminder.Therapist, reminder.Listing, reminder.State, reminder.DueOn);
        last = today;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7001, Level = LogLevel.Information, Message = "{Reminder}, {Stage}: therapist {Therapist}, listing {Listing}, state {State}, due on {DueOn}")]
        public static partial void Reminds(
            ILogger logger, ReminderKind reminder, ReminderStage stage, TherapistId therapist, ListingId? listing, StateCode? state, DateOnly dueOn);
    }
}
