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

    /// <summary>All codes of a release of ICD-10-CM: they replace the older ones whole.</summary>
    public ImmutableArray<Icd10Entry>? Icd10Codes { get; init; }

    public StagedExclusions? Exclusions { get; init; }

    public StagedRoster? Roster { get; init; }

    /// <summary>Of a file that also holds what is of no concern here, the rows that were taken: by them a broken download is told. Null: all.</summary>
    public int? Taken { get; init; }

    /// <summary>The source that an insurer's file is, as its entries name it; null for other files.</summary>
    public string? InsurerSource { get; init; }

    /// <summary>Files that were read besides the one that was named.</summary>
    public ImmutableArray<string> FurtherFiles { get; init; } = [];

    public int RowsOfFeed => Taken ?? Rows;
}
