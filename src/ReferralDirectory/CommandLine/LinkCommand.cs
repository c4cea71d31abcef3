using System.CommandLine;
using System.Globalization;
using ReferralDirectory.Linking;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary><c>link</c>: finds entries that are one person though no key says so; <c>--report</c> says what it would do, and why.</summary>
internal static class LinkCommand
{
    public static Command Create(TimeProvider? clock = null)
    {
        var report = new Option<bool>("--report") { Description = "Say what would be merged and reviewed, with all weights, and keep nothing." };
        var json = new Option<bool>("--json") { Description = "Write the outcome as JSON." };
        var command = new Command("link", "Merge entries that are surely one person, and leave probable ones to `reviews`.") { report, json, DataOption.Instance };
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, async () =>
        {
            await using var directory = await OfflineDirectory.OpenExistingAsync(parsed.GetValue(DataOption.Instance), clock ?? TimeProvider.System, cancellationToken);
            var run = directory.Services.GetRequiredService<LinkRun>();
            var (findings, differing) = parsed.GetValue(report) ? (run.Find(), (int?)null) : await RunAsync(run, cancellationToken);
            var summary = LinkSummary.Of(findings, differing, withDetails: parsed.GetValue(report));
            if (parsed.GetValue(json))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(Terminal.JsonOf(summary));
            else
                Print(Terminal.Of(parsed), summary);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task<(LinkFindings Findings, int? Differing)> RunAsync(LinkRun run, CancellationToken cancellationToken)
    {
        var (findings, differing) = await run.RunAsync(cancellationToken);
        return (findings, differing);
    }

    private static void Print(IAnsiConsole console, LinkSummary summary)
    {
        if (summary.Weights is { } weights)
            console.Write(Weights(weights));
        if (summary.Pairs is { Count: > 0 } pairs)
            console.Write(Pairs(pairs));
        if (summary.PartedPairs is { Count: > 0 } parted)
            console.Write(Parted(parted));
        if (summary.NotShown > 0)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.NotShown} more pairs are not shown: the surest {LinkSummary.MostPairs} of each kind are."));
        var change = summary.Differing is { } differing ? string.Create(CultureInfo.InvariantCulture, $"{differing} therapists changed.") : "It was a report: nothing was kept.";
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Persons} persons, {summary.Compared} pairs compared: {summary.Merged} merged, {summary.Joined} of them anew, {summary.ForReview} for review; {summary.Parted} merged before and not any more. {change}"));
    }

    private static Table Weights(IReadOnlyList<LinkWeight> weights)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Field", "Agreement");
        foreach (var name in new[] { "m (one person)", "u (two)", "Bits" })
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var weight in weights)
        {
            table.AddRow(
                weight.Field, weight.Agreement, weight.M.ToString("0.####", CultureInfo.InvariantCulture), weight.U.ToString("0.######", CultureInfo.InvariantCulture),
                weight.Bits.ToString("+0.0;-0.0", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static Table Parted(IReadOnlyList<PartedPair> pairs)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("No longer merged", "With", "Merged by", "On");
        foreach (var pair in pairs)
            table.AddRow(new Text(pair.One), new Text(pair.Other), new Text(pair.MergedBy), new Text(pair.MergedOn.ToString("O", CultureInfo.InvariantCulture)));
        return table;
    }

    private static Table Pairs(IReadOnlyList<LinkPair> pairs)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Zone", "One", "Other", "Probability", "Because");
        foreach (var pair in pairs)
        {
            table.AddRow(
                new Text(pair.Anew ? $"{pair.Zone} anew" : pair.Zone), new Text(pair.One), new Text(pair.Other), new Text(pair.Probability.ToString("P2", CultureInfo.InvariantCulture)),
                new Text(string.Join(", ", pair.Evidence.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Field} {part.Agreement} {part.Bits:+0.0;-0.0}")))
                    + (pair.HeldBackBy is { } obstacles ? $"; held back: {obstacles}" : "")));
        }

        return table;
    }
}
