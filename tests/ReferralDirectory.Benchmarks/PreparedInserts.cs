using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Benchmarks;

/// <summary>Copies what an import writes, row by row with one prepared statement per table, in one transaction.</summary>
/// <param name="from">The store that the import wrote.</param>
/// <param name="to">An empty one of the same shape.</param>
/// <param name="byOwnInserter">By the product's own inserter, else by the commands of Microsoft.Data.Sqlite.</param>
internal sealed class PreparedInserts(SqliteConnection from, DirectoryContext to, bool byOwnInserter)
{
    private const int RowsAtOnce = 10_000;

    private readonly Stopwatch inserting = new();

    /// <summary>The answer is the time of the inserts and the commit; that of reading the rows is not counted.</summary>
    public static async Task<TimeSpan> CopyAsync(string source, string target, bool byOwnInserter)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging()
            .AddStore(new StoreOptions { DataDirectory = target }).BuildServiceProvider();
        await services.GetRequiredService<StoreStartup>().PrepareAsync(CancellationToken.None);
        using var imported = new StoreConnections(new StoreOptions { DataDirectory = source }).Open();
        await using var fresh = await services.GetRequiredService<IDbContextFactory<DirectoryContext>>().CreateDbContextAsync();
        await using var transaction = await fresh.Database.BeginTransactionAsync();
        var inserts = new PreparedInserts(imported, fresh, byOwnInserter);
        inserts.CopyAll();
        inserts.inserting.Start();
        await transaction.CommitAsync();
        return inserts.inserting.Elapsed;
    }

    private void CopyAll()
    {
        Copy<OrganizationRow>("Id");
        Copy<TherapistRow>("Id");
        Copy<ListingRow>("Id");
        Copy<ListingPlaceRow>("ListingId");
        Copy<LicenceRow>("TherapistId", "Position");
        Copy<CertificationRow>("TherapistId", "Position");
        Copy<OfferedModalityRow>("TherapistId", "Position");
        Copy<NetworkFactRow>("TherapistId", "Position");
        Copy<MembershipRow>("TherapistId", "Position");
        Copy<LanguageRow>("TherapistId", "Position");
        Copy<SourceRecordRow>("Id");
        Copy<RecordKeyRow>("Key", "RecordId");
        Copy<LedgerRow>("Id");
        Copy<ChangeRow>("Revision", "Position");
    }

    private void Copy<TRow>(params string[] order)
        where TRow : class
    {
        if (byOwnInserter)
        {
            using var reader = new RowReader<TRow>(from, order);
            using var inserter = new RowInserter<TRow>(to);
            Insert(reader.Read(), inserter.Insert);
        }
        else
        {
            using var command = CommandFor<TRow>();
            Insert(Values<TRow>(order), values =>
            {
                for (var i = 0; i < values.Length; i++)
                    command.Parameters[i].Value = values[i];
                command.ExecuteNonQuery();
            });
        }
    }

    private void Insert<T>(IEnumerable<T> rows, Action<T> insert)
    {
        foreach (var batch in rows.Chunk(RowsAtOnce))
        {
            inserting.Start();
            Array.ForEach(batch, insert);
            inserting.Stop();
        }
    }

    private SqliteCommand CommandFor<TRow>()
        where TRow : class
    {
        var command = to.Connection.CreateCommand();
        var names = Enumerable.Range(0, TableShape<TRow>.Columns.Length).Select(number => $"$p{number}").ToList();
        command.CommandText = $"INSERT INTO \"{TableShape<TRow>.Table}\" ({TableShape<TRow>.ColumnList}) VALUES ({string.Join(", ", names)})";
        command.Transaction = (SqliteTransaction)to.Database.CurrentTransaction!.GetDbTransaction();
        names.ForEach(name => command.Parameters.AddWithValue(name, DBNull.Value));
        command.Prepare();
        return command;
    }

    /// <summary>As they stand in the file.</summary>
    private IEnumerable<object[]> Values<TRow>(string[] order)
        where TRow : class
    {
        using var command = from.CreateCommand();
        command.CommandText = $"SELECT {TableShape<TRow>.ColumnList} FROM \"{TableShape<TRow>.Table}\" ORDER BY {string.Join(", ", order)}";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            yield return values;
        }
    }
}
