using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>One file, or for the knowledge tables one directory, to bring in.</summary>
internal sealed record ImportRequest
{
    public required string Path { get; init; }
    public required ImportFormat Format { get; init; }

    /// <summary>Who says so; needed for members and verifications.</summary>
    public Code<Organization>? Organization { get; init; }

    /// <summary>Do everything and keep nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Let real and invented people stand in one store.</summary>
    public bool Force { get; init; }
}

/// <summary>Files that go in together.</summary>
/// <param name="Files">All of them are stored, or none.</param>
/// <param name="ForgetInventedChecks">The demonstration's older ledger entries leave first: its days are counted anew.</param>
/// <param name="ShippedKnowledgeDigest">Of tables that ship with the product: a later release may replace them. Null: somebody else's files.</param>
internal sealed record ImportBatch(IReadOnlyList<ImportRequest> Files, bool ForgetInventedChecks = false, string? ShippedKnowledgeDigest = null);

internal enum ImportStage { Reading, Storing, Resolving }

/// <summary>How far an import is. Resolving counts persons; the other stages say only that they began.</summary>
internal readonly record struct ImportProgress(ImportStage Stage, int Done, int Total);

/// <summary>Reads a file of a format; everything wrong with it goes to the errors.</summary>
internal delegate StagedImport ReadFile(ImportFormat format, string path, ImportContext context, ImportErrors errors);

/// <summary>What became of the rows of a file.</summary>
internal readonly record struct RowCounts(int Added, int Changed, int Unchanged)
{
    public bool StoredAnything => Added + Changed > 0;

    public static RowCounts operator +(RowCounts left, RowCounts right) =>
        new(left.Added + right.Added, left.Changed + right.Changed, left.Unchanged + right.Unchanged);
}
