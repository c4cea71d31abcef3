using System.Text.Json;

namespace ReferralDirectory.Import.Sources;

/// <summary>JSON of any size as others publish it: names in snake case, a list read item by item. What is not JSON is reported with its place.</summary>
internal static class JsonFile
{
    private const int LongestSignature = 4;

    private static readonly JsonSerializerOptions Published = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = true };

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <returns>The character with which the content begins, <c>[</c> or <c>{</c>; null, with an error, when it is something else than JSON.</returns>
    public static char? Opening(string path, ImportErrors errors)
    {
        using var content = File.OpenRead(path);
        Span<byte> start = stackalloc byte[LongestSignature];
        start = start[..content.ReadAtLeast(start, LongestSignature, throwOnEndOfStream: false)];
        if (OtherKind(start) is { } kind)
        {
            errors.Add(null, null, "wrong-file-type", kind, $"The file is {kind}, not JSON: unpack it, or download the JSON itself.");
            return null;
        }

        content.Position = start.StartsWith(Utf8Mark) ? Utf8Mark.Length : 0;
        int first;
        do
            first = content.ReadByte();
        while (first is ' ' or '\t' or '\r' or '\n');
        if (first is '[' or '{')
            return (char)first;
        if (first < 0)
            errors.Add(null, null, "empty-file", null, "The file is empty: download it again.");
        else
            errors.Add(null, null, "bad-json", null, "The file is not JSON: it must begin with [ or {.");
        return null;
    }

    /// <summary>The items of a list, none of them kept. What is wrong with the JSON is reported and ends it.</summary>
    public static IEnumerable<T> Items<T>(string path, ImportErrors errors)
        where T : class
    {
        using var content = File.OpenRead(path);
        using var items = JsonSerializer.DeserializeAsyncEnumerable<T>(content, Published).ToBlockingEnumerable().GetEnumerator();
        while (TryNext(items, errors, out var item))
        {
            if (item is not null)
                yield return item;
        }
    }

    /// <summary>One object; null, with an error, when the JSON is wrong.</summary>
    public static T? Single<T>(string path, ImportErrors errors)
        where T : class
    {
        using var content = File.OpenRead(path);
        try
        {
            return JsonSerializer.Deserialize<T>(content, Published);
        }
        catch (JsonException wrong)
        {
            Refuse(wrong, errors);
            return null;
        }
    }

    private static bool TryNext<T>(IEnumerator<T?> items, ImportErrors errors, out T? item)
        where T : class
    {
        item = null;
        try
        {
            if (!items.MoveNext())
                return false;
            item = items.Current;
            return true;
        }
        catch (JsonException wrong)
        {
            Refuse(wrong, errors);
            return false;
        }
    }

    private static void Refuse(JsonException wrong, ImportErrors errors)
    {
        var place = wrong is { LineNumber: { } line, BytePositionInLine: { } position } ? FormattableString.Invariant($"line {line + 1}, byte {position + 1}") : null;
        errors.Add(null, null, "bad-json", place,
            $"{(place is null ? "The file" : "Here the file")} breaks off or is not JSON as it should be: download the file again, or ask its publisher to correct it.");
    }

    private static string? OtherKind(ReadOnlySpan<byte> start) => start switch
    {
        [0x50, 0x4B, ..] => "a ZIP archive",
        [0x1F, 0x8B, ..] => "a gzip archive",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16 text",
        [(byte)'<', ..] => "a web page",
        _ => null,
    };
}
