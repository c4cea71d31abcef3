using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Store;

/// <summary>
/// The one way to write. Writers queue here, so none of them ever meets "database is locked"; each runs in one transaction that takes
/// SQLite's write lock at its beginning, and that carries its lines of the change log and the raised revision.
/// </summary>
internal sealed class WriteGate(IDbContextFactory<DirectoryContext> contexts, StoreLock storeLock, RevisionSignal signal)
{
    /// <summary>Runs <paramref name="write"/> and commits, unless it throws or discards. Changes tracked by its context are saved.</summary>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteUnit, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        using var held = await storeLock.HoldAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Microsoft.Data.Sqlite begins with BEGIN IMMEDIATE unless it is asked for a deferred transaction.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var unit = new WriteUnit(context, await context.State.SingleAsync(cancellationToken));
        var answer = await write(unit, cancellationToken);
        if (unit.IsDiscarded)
            return answer;

        unit.Seal();
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (unit.HasChanges)
            signal.Raise();
        return answer;
    }
}
