namespace ReferralDirectory.Store.Rows;

internal enum ChangeKind { Added, Changed, Removed, Knowledge, Organizations }

/// <summary>One line of the change log, appended in the transaction that made the change.</summary>
internal sealed record ChangeRow
{
    public required long Revision { get; init; }
    public required int Position { get; init; }

    /// <summary>Null when the change is not about one therapist.</summary>
    public long? TherapistId { get; init; }

    public required ChangeKind Kind { get; init; }
}

/// <summary>A therapist that was merged into another. The target is always a living one: chains are shortened when they arise.</summary>
internal sealed record RedirectRow
{
    public required long FromId { get; init; }
    public required long ToId { get; init; }
}
