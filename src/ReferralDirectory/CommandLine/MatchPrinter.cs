using System.Globalization;
using ReferralDirectory.Matches.Responses;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary>A match as a person reads it: safety first, then the ranked table, the reasons, the funnel, and what could be changed.</summary>
internal static class MatchPrinter
{
    public static void Print(IAnsiConsole console, MatchResponse answer)
    {
        PrintScreening(console, answer.Screening);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{Headline(answer)}[/]");
        console.WriteLine();
        if (!answer.Results.IsEmpty)
        {
            console.Write(Ranked(answer));
            foreach (var result in answer.Results)
                PrintReasons(console, result);
        }

        if (answer.Funnel is { IsEmpty: false })
            console.Write(Funnel(answer));
        foreach (var relaxation in answer.Relaxations ?? [])
            console.WriteLine(relaxation.Text);
        console.WriteLine(Rests(answer));
    }

    private static void PrintScreening(IAnsiConsole console, ScreeningResponse screening)
    {
        var colour = screening.Outcome switch { "clear" => "green", "clearance-required" => "yellow", _ => "red" };
        console.MarkupLine($"Screening: [{colour}]{Markup.Escape(screening.Outcome)}[/]");
        foreach (var finding in screening.Findings)
        {
            var trigger = finding.TriggeredBy is null ? "" : $" ({finding.TriggeredBy})";
            console.WriteLine($"  {finding.Level}: {finding.Text}{trigger}");
            if (finding.Source is not null)
                console.WriteLine($"    source: {finding.Source}");
        }

        foreach (var requirement in screening.Requirements ?? [])
            console.WriteLine($"  required: {requirement.Text} (source: {requirement.Source})");
        console.WriteLine();
    }

    private static string Headline(MatchResponse answer)
    {
        if (answer.Screening.Outcome is "blocked" or "advised-against" && answer.Results.IsEmpty)
            return "Nobody is shown.";
        var who = answer.Total switch
        {
            null => "The best",
            1 => "1 therapist is eligible",
            var several => $"{several} therapists are eligible",
        };
        var chosen = answer.RadiusChosen ? ", a radius chosen to fill the answer" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{who} within {answer.RadiusMiles:0.#} miles{chosen}; {answer.Results.Length} shown.");
    }

    private static Table Ranked(MatchResponse answer)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("#").RightAligned());
        table.AddColumns("Therapist", "Place");
        table.AddColumn(new TableColumn("Tier").RightAligned());
        table.AddColumn(new TableColumn("Miles").RightAligned());
        table.AddColumn("Network");
        table.AddColumn(new TableColumn("Score").RightAligned());
        foreach (var result in answer.Results)
        {
            var place = result.Mode == "home-visit" ? "at the patient's home" : $"{result.Listing.Address.City} {result.Listing.Address.Zip}";
            table.AddRow(new[]
            {
                Number(result.Rank), $"{result.Therapist.Name} ({result.Therapist.Id})", place, Number(result.Therapist.VettingTier), Number(result.DistanceMiles, "0.0"),
                Network(result.Network), Number(result.Score, "0.00"),
            }.Select(cell => new Text(cell)).ToArray());
        }

        return table;
    }

    private static string Network(NetworkCard? network) => network switch
    {
        null => "",
        { Source: { } source, AsOf: { } day } => string.Create(CultureInfo.InvariantCulture, $"{network.ConfirmedFor}, {source} {day:yyyy-MM-dd}"),
        _ => network.Status,
    };

    private static void PrintReasons(IAnsiConsole console, MatchResult result)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{result.Rank}. {result.Summary}[/]");
        foreach (var component in result.Components ?? [])
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"   {component.Contribution,6:0.00} of {component.Weight,2}  {component.Rule,-17} {component.Because}"));
        foreach (var caution in result.Cautions)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"   [yellow]caution:[/] {caution.Text}");
        console.WriteLine();
    }

    private static Table Funnel(MatchResponse answer)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("Gate");
        table.AddColumn(new TableColumn("In").RightAligned());
        table.AddColumn(new TableColumn("Out").RightAligned());
        table.AddColumn("Unit");
        foreach (var step in answer.Funnel ?? [])
            table.AddRow(new Text(step.Gate), new Text(Number(step.In)), new Text(Number(step.Out)), new Text(step.Unit));
        return table;
    }

    private static string Rests(MatchResponse answer)
    {
        var people = answer.Synthetic ? " The people shown are invented." : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"As of {answer.AsOf:yyyy-MM-dd}, rules {answer.RulesetVersion}, knowledge {answer.KnowledgeVersion}, revision {answer.IndexRevision}.{people}");
    }

    private static string Number(IFormattable number, string? format = null) => number.ToString(format, CultureInfo.InvariantCulture);
}
