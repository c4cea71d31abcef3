using System.CommandLine;
using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reviews;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary><c>reviews</c>: what waits for a person, and what the person decides.</summary>
internal static class ReviewsCommand
{
    public static Command Create(TimeProvider? clock = null) => new("reviews", "What waits for a person to decide.") { List(clock), Decide(clock) };

    private static Command List(TimeProvider? clock)
    {
        var all = new Option<bool>("--all") { Description = "Also what was decided; it can be decided anew." };
        var json = new Option<bool>("--json") { Description = "Write the list as JSON." };
        var command = new Command("list", "Possible and exact matches with the exclusion list, identities in conflict, and reports by the public; what is overdue comes first.") { all, json, DataOption.Instance };
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, async () =>
        {
            await using var directory = await OfflineDirectory.OpenExistingAsync(parsed.GetValue(DataOption.Instance), clock ?? TimeProvider.System, cancellationToken);
            var reviews = await directory.Services.GetRequiredService<ReviewQueue>().ReadAsync(parsed.GetValue(all), cancellationToken);
            if (parsed.GetValue(json))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(Terminal.JsonOf(reviews));
            else
                Print(Terminal.Of(parsed), reviews);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Decide(TimeProvider? clock)
    {
        var id = new Argument<string>("ID") { Description = "As `reviews list` names it." };
        var outcome = new Option<string>("--outcome") { Description = "What is decided: for a match with the exclusion list, clear (somebody else) or excluded; for a report, upheld (it is right) or dismissed (the entry is).", Required = true, HelpName = "OUTCOME" };
        var reason = new Option<string>("--reason") { Description = "Who decided, and why; kept in the ledger.", Required = true, HelpName = "TEXT" };
        var json = new Option<bool>("--json") { Description = "Write the decided review as JSON." };
        var command = new Command("decide", "Decide a review; a later decision about the same takes its place.") { id, outcome, reason, json, DataOption.Instance };
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, async () =>
        {
            await using var directory = await OfflineDirectory.OpenExistingAsync(parsed.GetValue(DataOption.Instance), clock ?? TimeProvider.System, cancellationToken);
            var decisions = directory.Services.GetRequiredService<ReviewDecisions>();
            if (await decisions.DecideAsync(parsed.GetValue(id)!, parsed.GetValue(outcome)!, parsed.GetValue(reason)!, cancellationToken) is { } fault)
            {
                Terminal.ErrorsOf(parsed).WriteLine(fault);
                return ExitCodes.HasErrors;
            }

            var reviews = await directory.Services.GetRequiredService<ReviewQueue>().ReadAsync(withDecided: true, cancellationToken);

            // Reports that were answered alike are one review, whichever of them was named.
            var review = reviews.First(review => review.IsNamed(parsed.GetValue(id)!));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(json)
                ? Terminal.JsonOf(review) : $"{review.Id}: {review.Decision?.Outcome}. It is in the ledger, and can be decided anew.");
            return ExitCodes.Done;
        }));
        return command;
    }

    private static IEnumerable<string> ListedOf(Review review) => review.Listed is { } listed ? [$"{listed}"] : [];

    private static void Print(IAnsiConsole console, IReadOnlyList<Review> reviews)
    {
        if (reviews.Count == 0)
        {
            console.WriteLine("Nothing waits for a decision.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Review", "Kind", "Therapist", "Found", "Due", "Finding", "Decided");
        foreach (var review in reviews)
        {
            table.AddRow(
                new Text(review.Id), new Text(EnumWords.Of(review.Kind)), new Text($"{review.Therapist} {review.Name}".Trim()),
                new Text(review.FoundOn.ToString("O", CultureInfo.InvariantCulture)), new Text(review.DueOn?.ToString("O", CultureInfo.InvariantCulture) ?? ""), new Text(string.Join('\n', [review.Finding, .. ListedOf(review), .. review.OnFile])),
                new Text(review.Decision is { } decision ? $"{decision.Outcome} on {decision.DecidedOn:O}: {decision.Reason}" : ""));
        }

        console.Write(table);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reviews.Count(review => review.Decision is null)} wait. Decide with: reviews decide ID --outcome OUTCOME --reason TEXT"));
    }
}
