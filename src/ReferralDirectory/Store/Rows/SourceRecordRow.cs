using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>What one organisation said of one member, whole. Ids rise in the order of import.</summary>
internal sealed record SourceRecordRow
{
    public required long Id { get; init; }
    public required Code<Organization> Organization { get; init; }
    public required string MemberKey { get; init; }
    public required DateOnly AsOf { get; init; }
    public required bool Synthetic { get; init; }

    /// <summary>The therapist this record was resolved into.</summary>
    public long? TherapistId { get; init; }

    /// <summary>The import that last changed it.</summary>
    public required long ImportId { get; init; }

    /// <summary>The record as JSON (<see cref="StoreJson"/>).</summary>
    public required string Payload { get; init; }
}

/// <summary>A key by which a record can be joined with others, and under which the ledger may speak of it.</summary>
internal sealed record RecordKeyRow
{
    public required string Key { get; init; }
    public required long RecordId { get; init; }

    /// <summary>
    /// The record gave the key once, or it is another profession's licence: it joins nobody, but discipline and exclusions under it count.
    /// </summary>
    public required bool Watched { get; init; }
}
