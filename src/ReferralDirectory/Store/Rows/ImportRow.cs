using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>An import that was stored.</summary>
internal sealed record ImportRow
{
    public required long Id { get; init; }
    public required string Format { get; init; }

    /// <summary>The file's name without its folders.</summary>
    public required string FileName { get; init; }

    /// <summary>Hexadecimal, of the file's bytes.</summary>
    public required string Sha256 { get; init; }

    public Code<Organization>? Organization { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }
    public required int Rows { get; init; }
    public required int Added { get; init; }
    public required int Changed { get; init; }
    public required int Unchanged { get; init; }

    /// <summary>The store's revision after the import.</summary>
    public required long Revision { get; init; }
}
