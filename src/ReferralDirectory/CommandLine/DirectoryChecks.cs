using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Store;

namespace ReferralDirectory.CommandLine;

/// <summary>The checks of <c>check</c>, in the order in which they build on each other.</summary>
internal sealed class DirectoryChecks(IDbContextFactory<DirectoryContext> contexts, Reresolution reresolution)
{
    private const int MostNamed = 5;

    /// <summary>Each check by name, with what is wrong; null when it holds.</summary>
    public async IAsyncEnumerable<(string Name, string? Fault)> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return ("the file is sound", await FaultAsync(() =>
            PragmaAsync("PRAGMA integrity_check", row => row.GetString(0) == "ok" ? null : row.GetString(0), cancellationToken)));
        yield return ("every reference between rows resolves", await FaultAsync(() =>
            PragmaAsync("PRAGMA foreign_key_check", row => $"a row of {row.GetString(0)} refers to none of {row.GetString(2)}", cancellationToken)));

        ResolvedAgain? again = null;
        yield return ("therapists are what records and ledger add up to", await FaultAsync(async () =>
        {
            again = await reresolution.CompareAsync(cancellationToken);
            return again.Differences == 0 ? null : $"{again.Differences} differ";
        }));
        if (again is null)
            yield break;

        var index = MatchIndexCompiler.Compile(again.Shown);
        yield return ("the index shows what records, ledger and tables say", IndexAgreement.FaultOf(index, again));
        var dangling = KnowledgeReferences.Dangling(index).Take(MostNamed).ToList();
        yield return ("every code that is used is in the knowledge tables", dangling.Count == 0 ? null : string.Join("; ", dangling));
    }

    /// <summary>A check that cannot be made has found something, too.</summary>
    private static async Task<string?> FaultAsync(Func<Task<string?>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception failure) when (Failures.Of(failure) is { } known)
        {
            return known.Sentence;
        }
    }

    private async Task<string?> PragmaAsync(string pragma, Func<DbDataReader, string?> fault, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The two texts above; a pragma takes no parameters.
        command.CommandText = pragma;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? fault(rows) : null;
    }
}
