using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Store.Rows;

internal enum ChangeKind { Added, Changed, Removed, Knowledge, Organizations, Icd10Codes }

/// <summary>One line of the change log, appended in the transaction that made the change.</summary>
internal sealed record ChangeRow
{
    public required long Revision { get; init; }
    public required int Position { get; init; }

    /// <summary>Null when the change is not about one therapist.</summary>
    public long? TherapistId { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>
    /// Drawn by chance for each revision: a store that was put back to a copy of it, and went on from there, has other stamps for the same
    /// numbers.
    /// </summary>
    public required long Stamp { get; init; }

    /// <summary>The stamp of a revision; null when the log does not know it.</summary>
    public static long? StampOf(SqliteConnection connection, long revision)
    {
        using var reader = new RowReader<ChangeRow>(connection, [nameof(Revision), nameof(Position)], RowFilter.Between(nameof(Revision), revision, revision));
        return reader.Read().FirstOrDefault()?.Stamp;
    }
}

/// <summary>A therapist that was merged into another. The target is always a living one: chains are shortened when they arise.</summary>
internal sealed record RedirectRow
{
    public required long FromId { get; init; }
    public required long ToId { get; init; }
}
