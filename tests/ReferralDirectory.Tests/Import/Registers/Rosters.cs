using System.Text;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>Rosters of invented people, as a reader reads them.</summary>
internal static class Rosters
{
    public const string Texas = "roster-tx-SYNTHETIC.csv";
    public const string Missouri = "roster-mo-SYNTHETIC.txt";
    public const string Washington = "roster-wa-SYNTHETIC.csv";

    public static FileAsRead Read(ImportFormat format, string fixture, DateOnly asOf) => ReadFile(format, RegisterBench.Fixture(fixture), asOf, state: null);

    public static FileAsRead ReadText(ImportFormat format, string text, DateOnly asOf, string? state = null) =>
        ReadBytes(format, new UTF8Encoding(false).GetBytes(text), asOf, state);

    public static FileAsRead ReadBytes(ImportFormat format, byte[] bytes, DateOnly asOf, string? state = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return ReadFile(format, path, asOf, state);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static Verification EntryOf(this FileAsRead file, string licence) =>
        Assert.Single(file.Staged.Verifications, entry => entry.Subject.Key.EndsWith($"/{licence}", StringComparison.Ordinal));

    private static FileAsRead ReadFile(ImportFormat format, string path, DateOnly asOf, string? state)
    {
        var errors = new ImportErrors("roster.csv");
        var context = new ImportContext(Organization: null, asOf, Shipped.Knowledge, Shipped.Places)
        {
            Feed = new FeedOptions { AsOf = asOf, State = state is null ? null : StateCode.Parse(state) },
        };
        return new FileAsRead(FileContent.Read(facts => FileReaders.Read(format, path, context, facts, errors)), errors);
    }
}
