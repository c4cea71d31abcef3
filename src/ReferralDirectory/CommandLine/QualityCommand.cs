using System.CommandLine;
using ReferralDirectory.Matching.Browsing;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Quality;

namespace ReferralDirectory.CommandLine;

/// <summary><c>quality</c>: the answer of <c>GET /v1/quality</c>, from the store itself; as JSON with every reminder behind the counts.</summary>
internal static class QualityCommand
{
    public static Command Create(TimeProvider? clock = null)
    {
        var json = new Option<bool>("--json") { Description = "Write the answer of GET /v1/quality, and all reminders, as JSON." };
        var command = new Command("quality", "Show how fresh and how far checked the directory is, and what is to be asked again.") { DataOption.Instance, json };
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, async () =>
        {
            await using var directory = await OfflineDirectory.OpenExistingAsync(parsed.GetValue(DataOption.Instance), clock ?? TimeProvider.System, cancellationToken);
            var index = directory.ReadWorld(cancellationToken).Index;
            using var reports = ActivatorUtilities.CreateInstance<QualityReports>(
                directory.Services, ActivatorUtilities.CreateInstance<WaitingReviews>(directory.Services), ActivatorUtilities.CreateInstance<RegisterFeeds>(directory.Services));
            var quality = await reports.ReadAsync(index, cancellationToken);
            if (parsed.GetValue(json))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(Terminal.JsonOf(new QualityWithReminders(quality, RemindersOf(index, quality.AsOf))));
            else
                QualityPrinter.Print(Terminal.Of(parsed), quality);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static List<ReminderLine> RemindersOf(MatchIndex index, DateOnly today) =>
    [
        .. index.Therapists.Where(Browser.IsListed).SelectMany(therapist => DueList.On(today, therapist)).OrderBy(reminder => reminder.DueOn).Select(reminder => new ReminderLine(
            reminder.Kind, reminder.Stage, reminder.DueOn, reminder.Therapist.ToString(), reminder.Listing?.ToString(), reminder.State?.ToString())),
    ];

    private sealed record QualityWithReminders(QualityResponse Quality, IReadOnlyList<ReminderLine> Reminders);

    private sealed record ReminderLine(ReminderKind Kind, ReminderStage Stage, DateOnly DueOn, string TherapistId, string? ListingId, string? State);
}
