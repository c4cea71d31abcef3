using System.Text;

namespace ReferralDirectory.Import.Sources;

/// <summary>Tells by its first bytes what a download is when it is not the file that was meant: an archive, a workbook, a page, a PDF.</summary>
internal static class FileKind
{
    private const int BytesRead = 1_024;

    /// <param name="path">Of the file.</param>
    /// <param name="mayBeArchive">The format is also taken as the archive in which it is published.</param>
    /// <param name="errors">Hears what it is instead.</param>
    public static void Judge(string path, bool mayBeArchive, ImportErrors errors)
    {
        using var content = File.OpenRead(path);
        var bytes = new byte[BytesRead];
        var start = bytes.AsSpan(0, content.ReadAtLeast(bytes, BytesRead, throwOnEndOfStream: false));
        if (mayBeArchive && IsArchive(start) && !IsWorkbook(start))
            return;
        if (WrongKind(start) is var (kind, fix))
            errors.Add(null, null, "wrong-file-type", kind, $"The file is {kind}, not text: {fix}.");
    }

    private static (string Kind, string Fix)? WrongKind(ReadOnlySpan<byte> start) => start switch
    {
        _ when IsArchive(start) => IsWorkbook(start)
            ? ("an Excel workbook", "open it and save it as \"CSV UTF-8\"") : ("a ZIP archive", "unpack it, and import the file inside"),
        [0x1F, 0x8B, ..] => ("a gzip archive", "unpack it, and import the file inside"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ("an old Excel workbook", "open it and save it as \"CSV UTF-8\""),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ("a PDF", "look for the register's data download"),
        _ => IsMarkup(start) ? ("a web page or XML", "the address leads to a page, not to the file: open it in a browser and download the file from there") : null,
    };

    private static bool IsArchive(ReadOnlySpan<byte> start) => start is [(byte)'P', (byte)'K', 3 or 5, ..];

    /// <summary>A workbook is a ZIP archive that begins with its list of contents.</summary>
    private static bool IsWorkbook(ReadOnlySpan<byte> start) => start.IndexOf("[Content_Types].xml"u8) >= 0;

    private static bool IsMarkup(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.UTF8.Preamble))
            start = start[Encoding.UTF8.Preamble.Length..];
        return start.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }
}
