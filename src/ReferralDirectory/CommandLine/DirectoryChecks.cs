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
        yield return ("the file is sound", await FaultAsync(() => FirstRowAsync(
            $"SELECT integrity_check AS \"Value\" FROM pragma_integrity_check WHERE integrity_check <> 'ok'", cancellationToken)));
        yield return ("every reference between rows resolves", await FaultAsync(() => FirstRowAsync(
            $"SELECT 'a row of ' || \"table\" || ' refers to none of ' || \"parent\" AS \"Value\" FROM pragma_foreign_key_check", cancellationToken)));

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

    /// <summary>What a question for faults finds first; null: nothing.</summary>
    private async Task<string?> FirstRowAsync(FormattableString question, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.SqlQuery<string>(question).FirstOrDefaultAsync(cancellationToken);
    }
}
