using System.Collections.Immutable;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// A release of ICD-10-CM as CDC/NCHS publishes it every year: the order file, which has every code in its order, headings among them, each
/// with a mark that says whether it can be billed; as text, or in the archive in which it is downloaded.
/// </summary>
internal static class Icd10ReleaseFile
{
    /// <summary>The first releases had 91,000 codes, headings among them.</summary>
    private const int LeastCodes = 80_000;

    public static StagedImport Read(string path, ImportContext context, ImportErrors errors)
    {
        var nothing = new StagedImport { Rows = 0 };
        if (context.Feed.Mode == FeedMode.Supplement)
        {
            errors.Add(null, null, "not-a-supplement", null, "A release is imported whole: import the order file without --mode supplement.");
            return nothing;
        }

        if (Icd10Archive.ReadOrderFile(path, errors) is not { } file || Icd10ReleaseDay.Of([Path.GetFileName(path), file.Name], context, errors) is not { } from)
            return nothing;
        var codes = new Icd10OrderLines(errors);
        codes.Read(file.Text);
        return new StagedImport
        {
            Rows = codes.Rows,
            Feed = new StagedFeed(FeedRow.Icd10, from, FeedMode.Full) { LeastRows = LeastCodes },
            Icd10Codes = codes.Codes.ToImmutableArray(),
        };
    }
}
