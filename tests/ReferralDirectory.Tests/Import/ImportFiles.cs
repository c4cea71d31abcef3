using System.Text;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import;

/// <summary>What the readers of files are given in tests: the seed's knowledge and places, a fixed day, and a file written on the spot.</summary>
internal static class ImportFiles
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    public static readonly Organization Guild = new(Code<Organization>.Parse("guild"), "Guild", "trade-organization", null, Synthetic: false);
    public static readonly Organization Demo = new(Code<Organization>.Parse("demo-guild"), "Demo guild", "trade-organization", null, Synthetic: true);

    public delegate StagedImport Reader(string path, ImportContext context, IFileFacts facts, ImportErrors errors);

    public static FileAsRead Read(Reader reader, string text, Organization? by) => Read(reader, new UTF8Encoding(false).GetBytes(text), by);

    public static FileAsRead Read(Reader reader, byte[] bytes, Organization? by)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            var errors = new ImportErrors("file.csv");
            return new FileAsRead(FileContent.Read(facts => reader(path, new ImportContext(by, Today, Shipped.Knowledge, Shipped.Places), facts, errors)), errors);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
