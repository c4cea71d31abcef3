using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReferralDirectory.Store.Rows;

internal enum SeedKind { None, Demo }

/// <summary>The one row that says where the store stands. Counters only rise, so that no id of theirs is given twice, not even a deleted row's.</summary>
internal sealed class StoreStateRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public long Revision { get; set; }
    public long LastTherapistId { get; set; }
    public long LastListingId { get; set; }
    public long LastImportId { get; set; }
    public long LastLedgerId { get; set; }
    public long LastReportId { get; set; }

    /// <summary>Hash of the knowledge tables' content.</summary>
    public string KnowledgeVersion { get; set; } = KnowledgeStore.NoVersion;

    /// <summary>The version last taken from the tables that ship with the product. Another <see cref="KnowledgeVersion"/> is an operator's own.</summary>
    public string? ShippedKnowledgeVersion { get; set; }

    /// <summary>By which version of the rules the therapists were resolved; 0: nobody was yet.</summary>
    public int ResolverVersion { get; set; }

    /// <summary>What the store was seeded with, so that a start neither seeds twice nor brings back what was removed.</summary>
    public SeedKind? Seed { get; set; }

    /// <summary>The day from which the demonstration's day offsets count.</summary>
    public DateOnly? DemoImportedOn { get; set; }

    /// <summary>
    /// True only inside a transaction that removes or renews the demonstration: the ledger's trigger lets synthetic rows go while it is set.
    /// </summary>
    public bool ForgettingInventedChecks { get; set; }

    /// <summary>Drawn by chance at the first report: without it nothing leads from a report back to an address.</summary>
    public string? ReporterKey { get; set; }

    public static StoreStateRow Read(SqliteConnection connection) => Read(connection.Handle!);

    public static StoreStateRow Read(sqlite3 connection)
    {
        using var reader = new RowReader<StoreStateRow>(connection, [nameof(Id)]);
        return reader.Read().Single();
    }
}
