using System.IO.Compression;

namespace ReferralDirectory.Tests.Import;

/// <summary>
/// The official ICD-10-CM order file of CDC/NCHS and CMS: 15 MB, so not committed. Tests that need it run when
/// <c>REFERRALDIRECTORY_ICD10CM_ORDER_FILE</c> names it, unpacked or as the published zip, and are skipped otherwise.
/// </summary>
internal static class Icd10OrderFile
{
    public const string Variable = "REFERRALDIRECTORY_ICD10CM_ORDER_FILE";

    // Fixed columns, as the publisher's icd10OrderFiles.pdf lays them out.
    private static readonly Range CodeColumns = 6..13;
    private const int TitleColumn = 77;

    /// <summary>Every code, headers included, with its full title.</summary>
    public static IReadOnlyDictionary<string, string> TitlesOrSkip()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(path is { Length: > 0 }, $"{Variable} names no ICD-10-CM order file.");
        return Lines(path!).Where(line => line.Length > TitleColumn)
            .ToDictionary(line => line[CodeColumns].Trim(), line => line[TitleColumn..].Trim(), StringComparer.Ordinal);
    }

    private static List<string> Lines(string path)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return [.. File.ReadLines(path)];
        using var zip = ZipFile.OpenRead(path);
        using var reader = new StreamReader(zip.Entries.Single(entry => entry.Name.StartsWith("icd10cm-order-2", StringComparison.Ordinal)).Open());
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}
