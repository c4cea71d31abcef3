using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Import;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary>What came of an import: a sentence, or a table of all that is wrong.</summary>
internal static class ImportPrinter
{
    public static void Print(IAnsiConsole console, ImportReport report)
    {
        if (!report.Errors.IsEmpty)
            PrintFaults(console, report.Errors, report.ErrorCount);
        if (!report.Warnings.IsEmpty)
        {
            console.WriteLine("Warnings:");
            PrintFaults(console, report.Warnings, report.WarningCount);
        }

        console.WriteLine(Sentence(report));
    }

    private static string Sentence(ImportReport report) => report switch
    {
        { Succeeded: false } => string.Create(
            CultureInfo.InvariantCulture, $"{report.File}: {report.ErrorCount} error{(report.ErrorCount == 1 ? "" : "s")} in {report.Rows} rows; nothing was stored."),
        { DryRun: true } => $"{Counts(report)} It was a dry run: nothing was stored.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Counts(report)} The store is at revision {report.Revision}."),
    };

    private static string Counts(ImportReport report)
    {
        var counts = string.Create(CultureInfo.InvariantCulture, $"{report.File}: {report.Rows} rows, {report.Added} added, {report.Changed} changed, {report.Unchanged} unchanged.");
        if (report.Checks > 0)
            counts += string.Create(CultureInfo.InvariantCulture, $" {report.Checks} check{(report.Checks == 1 ? "" : "s")} of people on file entered the ledger.");
        return report.Licences is { } licences ? $"{counts} {Licences(licences)}" : counts;
    }

    private static string Licences(LicenceCounts found) => found == new LicenceCounts(0, 0, 0, 0)
        ? "Nobody on file has one of these licences."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Licences on file: {found.Confirmed} confirmed, {found.Changed} changed, {found.Ended} ended, {found.Ambiguous} ambiguous, {found.Absent} absent.");

    private static void PrintFaults(IAnsiConsole console, ImmutableArray<ImportError> kept, int count)
    {
        console.Write(Faults(kept));
        if (count > kept.Length)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {count - kept.Length} more."));
    }

    private static Table Faults(ImmutableArray<ImportError> faults)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("Row").RightAligned());
        table.AddColumns("Column", "Code", "Value", "Message");
        foreach (var fault in faults)
        {
            table.AddRow(
                new Text(fault.Row?.ToString(CultureInfo.InvariantCulture) ?? ""), new Text(fault.Column ?? ""), new Text(fault.Code), new Text(fault.Value ?? ""),
                new Text(fault.Message));
        }

        return table;
    }
}
