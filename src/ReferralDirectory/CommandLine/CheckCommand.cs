using System.CommandLine;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Store;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary><c>check</c>: do store, index and knowledge agree?</summary>
internal static class CheckCommand
{
    public static Command Create(TimeProvider? clock = null)
    {
        var data = DataOption.Create();
        var command = new Command("check", "Check that the file is sound, and that store, index and knowledge agree.") { data };
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, async () =>
        {
            await using var directory = await OfflineDirectory.OpenAsync(parsed.GetValue(data), clock ?? TimeProvider.System, cancellationToken);
            var console = Terminal.Of(parsed);
            var allHold = true;
            await foreach (var (name, fault) in ChecksAsync(directory.Services, cancellationToken))
            {
                allHold &= fault is null;
                console.MarkupLine(fault is null ? $"[green]ok[/]      {Markup.Escape(name)}" : $"[red]failed[/]  {Markup.Escape(name)}: {Markup.Escape(fault)}");
            }

            return allHold ? ExitCodes.Done : ExitCodes.HasErrors;
        }));
        return command;
    }

    /// <summary>Each check by name, with what is wrong; null when it holds.</summary>
    private static async IAsyncEnumerable<(string Name, string? Fault)> ChecksAsync(
        IServiceProvider services, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return ("the file is sound", await PragmaAsync(services, "PRAGMA integrity_check", row => row.GetString(0) == "ok" ? null : row.GetString(0), cancellationToken));
        yield return (
            "every reference between rows resolves",
            await PragmaAsync(services, "PRAGMA foreign_key_check", row => $"a row of {row.GetString(0)} refers to none of {row.GetString(2)}", cancellationToken));

        var differences = await services.GetRequiredService<Reresolution>().CountDifferencesAsync(cancellationToken);
        yield return ("therapists are what records and ledger add up to", differences == 0 ? null : $"{differences} differ");

        var snapshots = services.GetRequiredService<SnapshotReader>();
        var index = MatchIndexCompiler.Compile(snapshots.ReadAll(cancellationToken));
        var revision = snapshots.ReadRevision();
        yield return ("the index is at the store's revision", index.Revision == revision ? null : $"{index.Revision} is not {revision}");

        var dangling = KnowledgeReferences.Dangling(index).Take(5).ToList();
        yield return ("every code that is used is in the knowledge tables", dangling.Count == 0 ? null : string.Join("; ", dangling));
    }

    private static async Task<string?> PragmaAsync(IServiceProvider services, string pragma, Func<DbDataReader, string?> fault, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<DirectoryContext>>().CreateDbContextAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The two texts above; a pragma takes no parameters.
            command.CommandText = pragma;
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            return await rows.ReadAsync(cancellationToken) ? fault(rows) : null;
        }
        catch (SqliteException failure)
        {
            return failure.Message;
        }
    }
}
