using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import;

/// <summary>What a file said, read and judged, before anything is stored.</summary>
internal sealed record StagedImport
{
    public required int Rows { get; init; }
    public ImmutableArray<Organization> Organizations { get; init; } = [];
    public ImmutableArray<SourceRecord> Records { get; init; } = [];
    public ImmutableArray<Verification> Verifications { get; init; } = [];

    /// <summary>New tables: they replace the old ones whole.</summary>
    public KnowledgeRows? Knowledge { get; init; }
}
