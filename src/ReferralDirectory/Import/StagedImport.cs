using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import;

/// <summary>What a file said, read and judged, besides the facts about people, which were staged row by row.</summary>
internal sealed record StagedImport
{
    public required int Rows { get; init; }
    public ImmutableArray<Organization> Organizations { get; init; } = [];

    /// <summary>New tables: they replace the old ones whole.</summary>
    public KnowledgeRows? Knowledge { get; init; }

    /// <summary>The register of which this is a file; null for what is published once.</summary>
    public StagedFeed? Feed { get; init; }

    public StagedExclusions? Exclusions { get; init; }
    public StagedRoster? Roster { get; init; }
}
