using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary><c>import</c>: a file into the store, whole or not at all; all of its errors at once.</summary>
internal static class ImportCommand
{
    public static Command Create(TimeProvider? clock = null)
    {
        var file = new Argument<FileSystemInfo>("FILE") { Description = "A CSV file; for qhp, an index.json or providers.json; for icd10cm, the order file or the archive in which it is published; for knowledge, the directory of the tables." }.AcceptExistingOnly();
        var format = new Option<ImportFormat>("--format")
        {
            Description = "What the file holds.",
            Required = true,
            HelpName = string.Join('|', EnumWords.All<ImportFormat>()),
            CustomParser = FormatOf,
        };
        var organization = new Option<Code<Organization>?>("--organization")
        {
            Description = "Who says so; needed for members and verifications.",
            HelpName = "ORG",
            CustomParser = OrganizationOf,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do everything and keep nothing." };
        var feed = new FeedArguments();
        var force = new Option<bool>("--force") { Description = "Let real and invented people stand in one store, and a register's whole file be shorter or older than it should be." };
        var json = new Option<bool>("--json") { Description = "Write the report as JSON." };
        var command = new Command("import", "Import a file: entirely, or with all of its errors not at all.")
        {
            file, format, organization, dryRun, force, json, DataOption.Instance,
        };
        feed.AddTo(command, format);
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, async () =>
        {
            var request = new ImportRequest
            {
                Path = parsed.GetValue(file)!.FullName,
                Format = parsed.GetValue(format),
                Organization = parsed.GetValue(organization),
                Feed = feed.Of(parsed),
                DryRun = parsed.GetValue(dryRun),
                Force = parsed.GetValue(force),
            };
            await using var directory = await OfflineDirectory.OpenAsync(parsed.GetValue(DataOption.Instance), clock ?? TimeProvider.System, cancellationToken);
            return await ImportAsync(parsed, directory.Services.GetRequiredService<Importer>(), request, parsed.GetValue(json), cancellationToken);
        }));
        return command;
    }

    private static async Task<int> ImportAsync(
        ParseResult parsed, Importer importer, ImportRequest request, bool asJson, CancellationToken cancellationToken)
    {
        if (asJson)
        {
            var report = await importer.ImportAsync(request, progress: null, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Terminal.JsonOf(report));
            return ExitCodeOf(report);
        }

        var shown = await ImportWithProgressAsync(Terminal.ErrorsOf(parsed), importer, request, cancellationToken);
        ImportPrinter.Print(Terminal.Of(parsed), shown);
        return ExitCodeOf(shown);
    }

    private static int ExitCodeOf(ImportReport report) => report.Succeeded ? ExitCodes.Done : ExitCodes.HasErrors;

    private static ImportFormat FormatOf(ArgumentResult typed)
    {
        if (!EnumWords.TryParse<ImportFormat>(typed.Tokens.Single().Value, out var format))
            typed.AddError($"--format: write one of {string.Join(", ", EnumWords.All<ImportFormat>())}.");
        return format;
    }

    private static Code<Organization>? OrganizationOf(ArgumentResult typed)
    {
        if (!Code<Organization>.TryParse(typed.Tokens.Single().Value, out var organization))
            typed.AddError("--organization: a code has lower-case letters, digits and single hyphens.");
        return organization;
    }

    private static async Task<ImportReport> ImportWithProgressAsync(
        IAnsiConsole console, Importer importer, ImportRequest request, CancellationToken cancellationToken) =>
        await console.Progress().StartAsync(bars =>
        {
            var bar = bars.AddTask(StageOf(ImportStage.Reading));
            bar.IsIndeterminate = true;
            var progress = new Reporting(done =>
            {
                bar.Description = done is { Done: > 0, Total: 0 } ? string.Create(CultureInfo.InvariantCulture, $"{StageOf(done.Stage)}: {done.Done:N0} entries") : StageOf(done.Stage);
                bar.IsIndeterminate = done.Total == 0;
                bar.MaxValue = Math.Max(1, done.Total);
                bar.Value = done.Done;
            });
            return importer.ImportAsync(request, progress, cancellationToken);
        });

    private static string StageOf(ImportStage stage) => stage switch
    {
        ImportStage.Reading => "Reading the file",
        ImportStage.Storing => "Comparing with what is known",
        ImportStage.Resolving => "Resolving people",
        ImportStage.Publishing => "Publishing",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without words."),
    };

    /// <summary>Reports where it is called: <see cref="Progress{T}"/> would do so later, on another thread.</summary>
    private sealed class Reporting(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
