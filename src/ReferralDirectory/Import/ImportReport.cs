using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>What came of an import. With errors nothing was stored; a dry run stores nothing either.</summary>
internal sealed record ImportReport
{
    /// <summary>Null when nothing was stored.</summary>
    public required ImportId? Id { get; init; }

    public required string Format { get; init; }
    public required string File { get; init; }
    public required bool DryRun { get; init; }

    /// <summary>Data rows read, headers not counted.</summary>
    public required int Rows { get; init; }

    public int Added { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Entries that the verification ledger gained because of a register's rows.</summary>
    public int Checks { get; init; }

    /// <summary>What a roster said of licences on file; null for other files.</summary>
    public LicenceCounts? Licences { get; init; }

    /// <summary>The revision of the store after the import.</summary>
    public long Revision { get; init; }

    /// <summary>The first of them, at most <see cref="ImportErrors.MostKept"/>.</summary>
    public required ImmutableArray<ImportError> Errors { get; init; }

    /// <summary>All of them.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>The first of them, at most <see cref="ImportErrors.MostKept"/>.</summary>
    public required ImmutableArray<ImportError> Warnings { get; init; }

    /// <summary>All of them.</summary>
    public required int WarningCount { get; init; }

    public bool Succeeded => ErrorCount == 0;
}

/// <summary>One thing wrong in a file.</summary>
/// <param name="Row">The line of the file, the header being 1; of a JSON list the number of the item, the first being 1; null for the file as a whole.</param>
/// <param name="Code">A stable slug: <c>unknown-state</c>, <c>invalid-npi</c>, <c>duplicate-member</c>, <c>wrong-header</c> ….</param>
/// <param name="Value">The offending text, cut at 80 characters.</param>
/// <param name="Message">Names the fix.</param>
internal sealed record ImportError(string File, int? Row, string? Column, string Code, string? Value, string Message);
