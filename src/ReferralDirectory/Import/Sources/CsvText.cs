using System.Text;
using System.Text.Unicode;

namespace ReferralDirectory.Import.Sources;

/// <summary>The text of a CSV, or the reason why it is none: spreadsheets also write UTF-16 and Windows code pages, which would garble names.</summary>
internal static class CsvText
{
    public static string? Read(Stream content, ImportErrors errors)
    {
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.IsEmpty)
            errors.Add(null, null, "empty-file", null, "The file is empty: it must begin with the header.");
        else if (FirstInvalid(bytes) is { } invalid)
            errors.Add(LineOf(bytes, invalid), null, "not-utf8", null, "The file is not UTF-8: save it as \"CSV UTF-8\".");
        else if (bytes.IndexOf((byte)0) is >= 0 and var nul)
            errors.Add(LineOf(bytes, nul), null, "nul-character", null, "The line holds a NUL character: remove it, or export the file anew.");
        else
            return Encoding.UTF8.GetString(bytes);
        return null;
    }

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return null;
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int position) => bytes[..position].Count((byte)'\n') + 1;
}
