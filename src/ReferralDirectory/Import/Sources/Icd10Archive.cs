using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Import.Sources;

/// <summary>Finds the order file: it is the text itself, or lies in an archive beside the list of codes and the addenda.</summary>
internal static partial class Icd10Archive
{
    /// <summary>Several times what a release has.</summary>
    private const long MostBytes = 100_000_000;

    /// <returns>Its name and all of its text; null, with an error, when there is none.</returns>
    public static (string Name, string Text)? ReadOrderFile(string path, ImportErrors errors)
    {
        using var content = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2];
        var isArchive = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("PK"u8);
        content.Position = 0;
        if (isArchive)
            return FromArchive(content, errors);
        return IsTooLong(content.Length, errors) ? null : (Path.GetFileName(path), TextOf(content));
    }

    private static (string Name, string Text)? FromArchive(FileStream content, ImportErrors errors)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read);
            var found = archive.Entries.Where(entry => OrderFileName().IsMatch(entry.Name)).ToList();
            if (found is [var one])
            {
                if (IsTooLong(one.Length, errors))
                    return null;
                using var text = one.Open();
                return (one.Name, TextOf(text));
            }

            errors.Add(null, null, found.Count == 0 ? "no-order-file" : "several-order-files", string.Join(", ", (found.Count == 0 ? archive.Entries : found.AsEnumerable()).Select(entry => entry.Name)),
                found.Count == 0
                    ? "The archive holds no icd10cm-order-YEAR.txt: download the archive of code descriptions in tabular order."
                    : "The archive holds several order files: unpack it, and import the one of the release that is meant.");
        }
        catch (InvalidDataException broken)
        {
            errors.Add(null, null, "broken-archive", null, $"The archive cannot be read: download it again. {broken.Message}");
        }

        return null;
    }

    private static bool IsTooLong(long length, ImportErrors errors)
    {
        if (length <= MostBytes)
            return false;
        errors.Add(null, null, "file-too-long", FormattableString.Invariant($"{length} bytes"), "No release is so long: name the order file, or the archive in which it is published.");
        return true;
    }

    private static string TextOf(Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary><c>icd10cm-order-2026.txt</c>, <c>icd10cm_order_2026.txt</c>, <c>icd10cm-order-April-2025.txt</c>; not the addenda.</summary>
    [GeneratedRegex(@"^icd10cm[-_ ]order[-_ ](?!addenda).*\.txt$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OrderFileName();
}
