using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// The one way to write. Writers queue here, so none of them ever meets "database is locked"; each runs in one transaction that takes
/// SQLite's write lock at its beginning, and that carries its lines of the change log and the raised revision.
/// </summary>
internal sealed class WriteGate(IDbContextFactory<DirectoryContext> contexts, StoreLock storeLock, RevisionSignal signal)
{
    /// <summary>Others may come in between so often; then they wait until what is prepared is published.</summary>
    private const int MostHopefulAttempts = 2;

    /// <summary>Runs <paramref name="write"/> and commits, unless it throws or discards. Changes tracked by its context are saved.</summary>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteUnit, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        using var held = await storeLock.HoldAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Microsoft.Data.Sqlite begins with BEGIN IMMEDIATE unless it is asked for a deferred transaction.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var unit = UnitOf(context);
        var answer = await write(unit, cancellationToken);
        if (!unit.IsDiscarded)
            await CommitAsync(unit, transaction.CommitAsync, cancellationToken);
        return answer;
    }

    /// <summary>
    /// Prepares a write in the staging area, as of one revision and while others read and write, and publishes it in a transaction of its
    /// own. When another write came in between, it is prepared anew.
    /// </summary>
    /// <param name="area">Where it is prepared.</param>
    /// <param name="prepare">Writes to the area only, and says what is left to do in the store. May discard.</param>
    /// <param name="holdOthers">Prepare in the publishing transaction, for those that write to the store already then.</param>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task<T> PublishAsync<T>(
        StagingArea area, Func<WriteUnit, CancellationToken, Prepared<T>> prepare, bool holdOthers, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var held = holdOthers || attempt > MostHopefulAttempts ? await storeLock.HoldAsync(cancellationToken) : null;
            try
            {
                await using var transaction = area.Context.Connection.BeginTransaction(deferred: held is null);
                await using var used = await area.Context.Database.UseTransactionAsync(transaction, cancellationToken);
                area.Context.ChangeTracker.Clear();
                var unit = UnitOf(area.Context);
                var prepared = await Task.Run(() => prepare(unit, cancellationToken), cancellationToken);
                if (unit.IsDiscarded)
                    return prepared.Answer;
                held ??= await storeLock.HoldAsync(cancellationToken);
                if (!TryBeginWriting(area.Context.Connection))
                    continue;
                await Task.Run(prepared.Publish, cancellationToken);
                await CommitAsync(unit, transaction.CommitAsync, cancellationToken);
                return prepared.Answer;
            }
            finally
            {
                held?.Dispose();
            }
        }
    }

    private static WriteUnit UnitOf(DirectoryContext context) => new(context, context.Attach(Rows.StoreStateRow.Read(context.Connection)).Entity);

    private async Task CommitAsync(WriteUnit unit, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        unit.Seal();
        await unit.Context.SaveChangesAsync(cancellationToken);
        await commit(cancellationToken);
        if (unit.HasChanges)
            signal.Raise();
        WriteAheadLog.FoldInIfLong(unit.Context);
    }

    /// <summary>SQLite lets a transaction that has read begin to write only if nobody else wrote since.</summary>
    private static bool TryBeginWriting(SqliteConnection connection)
    {
        var outcome = raw.sqlite3_exec(connection.Handle, $"UPDATE \"{nameof(DirectoryContext.State)}\" SET \"{nameof(Rows.StoreStateRow.Id)}\" = \"{nameof(Rows.StoreStateRow.Id)}\"");
        return outcome switch
        {
            raw.SQLITE_OK => true,
            raw.SQLITE_BUSY => false,
            _ => throw new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), outcome),
        };
    }
}

/// <summary>A write that is ready.</summary>
/// <param name="Answer">What came of it.</param>
/// <param name="Publish">Brings it from the staging area into the store.</param>
internal sealed record Prepared<T>(T Answer, Action Publish);
