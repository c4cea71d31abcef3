using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Store.Rows;

/// <summary>
/// How far the store follows a register that is published again and again: its newest file. An older one is refused, and one that is much
/// shorter than the last whole one is taken for a broken download.
/// </summary>
internal sealed record FeedRow
{
    /// <summary>The register, with what of it when it comes in parts: <c>oig-leie</c>, <c>insurer-list/aetna</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The day of which the newest file is true.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Of the newest whole file.</summary>
    public required int Rows { get; init; }

    public required string FileName { get; init; }

    /// <summary>The import that brought it.</summary>
    public required long ImportId { get; init; }

    /// <summary>The feed of the table of ICD-10-CM codes.</summary>
    public const string Icd10 = "icd10cm";

    /// <summary>There are a few dozen of them.</summary>
    public static FeedRow? Find(SqliteConnection connection, string name) => RowReader<FeedRow>.List(connection, nameof(Name)).Find(row => row.Name == name);
}
