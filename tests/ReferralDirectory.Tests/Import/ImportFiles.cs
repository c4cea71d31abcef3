using System.Text;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import;

/// <summary>What the readers of files are given in tests: the seed's knowledge and places, a fixed day, and a file written on the spot.</summary>
internal static class ImportFiles
{
    public static readonly DateOnly Today = new(2026, 6, 1);
    public static readonly string SeedData = Path.Combine(AppContext.BaseDirectory, "seed-data");
    public static readonly Lazy<PlaceTable> Places = new(() => PlaceTable.Load(Path.Combine(SeedData, "places", "us-zip-points.csv.gz")));
    public static readonly Lazy<KnowledgeTables> Knowledge = new(ReadKnowledge);

    public static readonly Organization Guild = new(Code<Organization>.Parse("guild"), "Guild", "trade-organization", null, Synthetic: false);
    public static readonly Organization Demo = new(Code<Organization>.Parse("demo-guild"), "Demo guild", "trade-organization", null, Synthetic: true);

    public delegate StagedImport Reader(string path, ImportContext context, ImportErrors errors);

    public static ReadFile Read(Reader reader, string text, Organization? by) => Read(reader, new UTF8Encoding(false).GetBytes(text), by);

    public static ReadFile Read(Reader reader, byte[] bytes, Organization? by)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            var errors = new ImportErrors("file.csv");
            return new ReadFile(reader(path, new ImportContext(by, Today, Knowledge.Value, Places.Value), errors), errors);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static KnowledgeTables ReadKnowledge()
    {
        var errors = new ImportErrors(SeedData);
        var staged = KnowledgeFiles.Read(SeedData, errors);
        return new KnowledgeTables(staged.Knowledge ?? throw new InvalidDataException(errors.Errors[0].ToString()));
    }
}

/// <param name="Staged">What was read.</param>
/// <param name="Found">What was wrong.</param>
internal sealed record ReadFile(StagedImport Staged, ImportErrors Found)
{
    /// <summary>"row column code", in the order of the file.</summary>
    public IEnumerable<string> Errors => Found.Errors.Select(Short);

    public IEnumerable<string> Warnings => Found.Warnings.Select(Short);

    private static string Short(ImportError error) => string.Join(' ', new[] { $"{error.Row}", error.Column, error.Code }.Where(part => !string.IsNullOrEmpty(part)));
}
