using System.Buffers;
using System.Text;

namespace ReferralDirectory.Import.Sources;

/// <summary>Tells whether a file is text as CSVs must be: spreadsheets also write UTF-16 and Windows code pages, which would garble names.</summary>
internal static class CsvText
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Looks through the whole content and goes back to its start, or says what is wrong.</summary>
    public static bool IsSound(Stream content, ImportErrors errors)
    {
        var (start, line, buffer, kept) = (content.Position, 1, new byte[ChunkBytes], 0);
        var empty = true;
        while (content.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false) is > 0 and var read)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            empty &= bytes.SequenceEqual(Encoding.UTF8.Preamble);
            var sound = SoundLength(bytes);
            line += bytes[..sound].Count((byte)'\n');
            var rest = bytes[sound..];
            if (rest.Length > 0 && (rest[0] == 0 || Rune.DecodeFromUtf8(rest, out _, out _) == OperationStatus.InvalidData))
                return Refuse(rest[0], line, errors);
            rest.CopyTo(buffer);
            kept = rest.Length;
        }

        if (kept > 0)
            return Refuse(buffer[0], line, errors);
        if (empty)
            errors.Add(null, null, "empty-file", null, "The file is empty: it must begin with the header.");
        content.Position = start;
        return !empty;
    }

    /// <summary>How many bytes stand before the first NUL, the first byte that is not UTF-8, or a character that the chunk cuts in two.</summary>
    private static int SoundLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var ascii = bytes[at..].IndexOfAnyExceptInRange((byte)1, (byte)127);
            if (ascii < 0)
                return bytes.Length;
            at += ascii;
            if (bytes[at] == 0 || Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done)
                return at;
            at += length;
        }

        return at;
    }

    private static bool Refuse(byte found, int line, ImportErrors errors)
    {
        if (found == 0)
            errors.Add(line, null, "nul-character", null, "The line holds a NUL character: remove it, or export the file anew.");
        else
            errors.Add(line, null, "not-utf8", $"0x{found:X2}", "The file is not UTF-8 (Windows-1252 or UTF-16, perhaps): save it as \"CSV UTF-8\".");
        return false;
    }
}
