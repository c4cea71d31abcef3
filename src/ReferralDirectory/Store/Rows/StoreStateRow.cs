namespace ReferralDirectory.Store.Rows;

internal enum SeedKind { None, Demo }

/// <summary>The one row that says where the store stands. Counters only rise: an id is never given twice.</summary>
internal sealed class StoreStateRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public long Revision { get; set; }
    public long LastTherapistId { get; set; }
    public long LastListingId { get; set; }
    public long LastImportId { get; set; }

    /// <summary>Hash of the knowledge tables' content.</summary>
    public string KnowledgeVersion { get; set; } = KnowledgeStore.NoVersion;

    /// <summary>What the store was seeded with, so that a start neither seeds twice nor brings back what was removed.</summary>
    public SeedKind? Seed { get; set; }

    /// <summary>The day from which the demonstration's day offsets count.</summary>
    public DateOnly? DemoImportedOn { get; set; }

    /// <summary>True only inside the transaction of a demo removal: the ledger's trigger lets synthetic rows go while it is set.</summary>
    public bool DemoRemovalUnderWay { get; set; }
}
