using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Benchmarks;

/// <summary>Copies what an import writes, row by row with one prepared statement per table, in one transaction.</summary>
internal sealed class PreparedInserts
{
    private const int RowsAtOnce = 10_000;

    private readonly SqliteConnection from;
    private readonly DirectoryContext to;
    private readonly Stopwatch inserting = new();

    private PreparedInserts(SqliteConnection from, DirectoryContext to) => (this.from, this.to) = (from, to);

    /// <summary>The answer is the time of the inserts and the commit; that of reading the rows is not counted.</summary>
    public static async Task<TimeSpan> CopyAsync(string source, string target)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging()
            .AddStore(new StoreOptions { DataDirectory = target }).BuildServiceProvider();
        await services.GetRequiredService<StoreStartup>().PrepareAsync(CancellationToken.None);
        using var imported = new StoreConnections(new StoreOptions { DataDirectory = source }).Open();
        await using var fresh = await services.GetRequiredService<IDbContextFactory<DirectoryContext>>().CreateDbContextAsync();
        await using var transaction = await fresh.Database.BeginTransactionAsync();
        var inserts = new PreparedInserts(imported, fresh);
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
        using var reader = new RowReader<TRow>(from, order);
        using var inserter = new RowInserter<TRow>(to);
        foreach (var rows in reader.Read().Chunk(RowsAtOnce))
        {
            inserting.Start();
            inserter.Insert(rows);
            inserting.Stop();
        }
    }
}
