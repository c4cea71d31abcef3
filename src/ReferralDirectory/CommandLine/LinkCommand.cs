using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReferralDirectory.Linking;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary><c>link</c>: finds entries that are one person though no key says so; <c>--report</c> says what it would do, and why.</summary>
internal static class LinkCommand
{
    private static readonly JsonSerializerOptions Indented = new(StrictJson.Options) { WriteIndented = true };

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
                await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(summary, Indented));
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

/// <summary>A run of linkage in numbers and words.</summary>
/// <param name="Joined">Merged pairs that were two persons before.</param>
/// <param name="Parted">Pairs that earlier runs merged and this one does not.</param>
/// <param name="Differing">Therapists who changed; null for a report.</param>
/// <param name="NotShown">Pairs that a report leaves out, because it has the surest only.</param>
internal sealed record LinkSummary(
    int Persons, int Compared, int Merged, int Joined, int Parted, int ForReview, int? Differing, IReadOnlyList<LinkWeight>? Weights, IReadOnlyList<LinkPair>? Pairs,
    IReadOnlyList<PartedPair>? PartedPairs, int? NotShown)
{
    public const int MostPairs = 200;

    public static LinkSummary Of(LinkFindings findings, int? differing, bool withDetails)
    {
        var found = findings.Result;
        return new LinkSummary(
            found.Groups.Length, found.Compared, found.Pairs.Count(pair => pair.Zone == LinkZone.Merged), findings.Joined.Count, findings.Parted.Count,
            found.Pairs.Count(pair => pair.Zone == LinkZone.Review), differing,
            withDetails ? [.. found.Parameters.Odds.Select(odds => new LinkWeight(EnumWords.Of(odds.Field), EnumWords.Of(odds.Agreement), odds.M, odds.U, odds.Bits))] : null,
            withDetails ? [.. found.Pairs.Take(MostPairs).Select(pair => LinkPair.Of(pair, found, isAnew: findings.Joined.Contains(pair)))] : null,
            withDetails ? [.. findings.Parted.Take(MostPairs).Select(PartedPair.Of)] : null,
            withDetails ? Math.Max(0, found.Pairs.Length - MostPairs) + Math.Max(0, findings.Parted.Count - MostPairs) : null);
    }
}

internal sealed record LinkWeight(string Field, string Agreement, double M, double U, double Bits);

/// <param name="Anew">Merged, and two persons until now.</param>
/// <param name="HeldBackBy">Why it is not merged; null when it is.</param>
internal sealed record LinkPair(string Zone, bool Anew, string One, string Other, double Probability, IReadOnlyList<LinkPairEvidence> Evidence, string? HeldBackBy)
{
    public static LinkPair Of(LinkedPair pair, LinkageResult found, bool isAnew)
    {
        return new LinkPair(
            EnumWords.Of(pair.Zone), isAnew, NameOf(pair.One), NameOf(pair.Other), pair.Probability,
            [.. pair.Evidence.Select(part => new LinkPairEvidence(EnumWords.Of(part.Field), EnumWords.Of(part.Agreement), part.Bits))],
            pair.Obstacles == MergeObstacles.None ? null : pair.Obstacles.ToString());

        string NameOf(int person) => found.Groups[person].Records[0] is var record ? $"{record.Organization}/{record.MemberKey} {record.Name.Display}" : "";
    }
}

internal sealed record LinkPairEvidence(string Field, string Agreement, double Bits);

/// <summary>Two records that an earlier run took for one person's.</summary>
internal sealed record PartedPair(string One, string Other, string MergedBy, DateOnly MergedOn)
{
    public static PartedPair Of(LinkDecision merge) => new(merge.One.Key, merge.Other.Key, merge.DecidedBy, DateOnly.FromDateTime(merge.DecidedAt.UtcDateTime));
}
