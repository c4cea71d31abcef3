using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Geocoding;

/// <summary>One row of the ZIP file.</summary>
internal readonly record struct ZipPoint(int Zip, GeoPoint Point, string City, StateCode State, string? County, PlacePrecision Precision)
{
    public ZipCode Code => ZipCode.TryParse(Zip.ToString("D5", CultureInfo.InvariantCulture), out var code) ? code : default;
}

/// <summary>
/// Reads <c>us-zip-points.csv.gz</c>: sorted by ZIP, ten columns, no quotes. Split by hand, because start-up waits for it and a
/// CSV library takes four times as long. The two ZIPs of the Marshall Islands are left out: a country of its own that the US mail serves.
/// </summary>
internal static class ZipPointFile
{
    private const int Columns = 10;

    public static ZipPoint[] Read(string path)
    {
        using var bytes = new MemoryStream(capacity: 4 << 20);
        using (var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            file.CopyTo(bytes);
        var rest = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        if (!NextLine(ref rest).StartsWith("zip,lat,lon,city,state,county,county_fips,kind,coord_source,precision"u8))
            throw new InvalidDataException($"{path} does not begin with the header of the ZIP points.");
        var points = new List<ZipPoint>(42_000);
        var names = new NamePool();
        while (rest.Length > 0)
        {
            if (Parse(NextLine(ref rest), names) is not { } point)
                continue;
            if (points.Count > 0 && point.Zip <= points[^1].Zip)
                throw new InvalidDataException($"{path} is not sorted by ZIP at {point.Code}.");
            points.Add(point);
        }

        return [.. points];
    }

    /// <summary>A ZIP's digits as a number, for searching.</summary>
    public static int NumberOf(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static ZipPoint? Parse(ReadOnlySpan<byte> line, NamePool names)
    {
        Span<Range> columns = stackalloc Range[Columns + 1];
        if (Split(line, columns) != Columns
            || !Utf8Parser.TryParse(line[columns[0]], out int zip, out _)
            || !Utf8Parser.TryParse(line[columns[1]], out double latitude, out _)
            || !Utf8Parser.TryParse(line[columns[2]], out double longitude, out _)
            || !GeoPoint.TryCreate(latitude, longitude, out var point))
        {
            throw new InvalidDataException($"Not a row of the ZIP points: '{Encoding.UTF8.GetString(line)}'.");
        }

        if (!StateCode.TryParse(names.Of(line[columns[4]]), out var state))
            return null;
        var county = names.Of(line[columns[5]]);
        return new ZipPoint(zip, point, names.Of(line[columns[3]]), state, county.Length == 0 ? null : county, PrecisionOf(line[columns[9]]));
    }

    private static PlacePrecision PrecisionOf(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("ok"u8) ? PlacePrecision.Zip : text.SequenceEqual("point"u8) ? PlacePrecision.Point : PlacePrecision.Approximate;

    private static ReadOnlySpan<byte> NextLine(ref Span<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line.TrimEnd((byte)'\r');
    }

    private static int Split(ReadOnlySpan<byte> line, Span<Range> columns)
    {
        var count = 0;
        foreach (var column in line.Split((byte)','))
        {
            if (count == columns.Length)
                break;
            columns[count++] = column;
        }

        return count;
    }

    /// <summary>One string per name: 41,000 rows share 19,000 cities and 1,900 counties.</summary>
    private sealed class NamePool
    {
        private readonly HashSet<string> names = new(24_000, StringComparer.Ordinal);

        public string Of(ReadOnlySpan<byte> utf8)
        {
            Span<char> buffer = stackalloc char[utf8.Length];
            var name = buffer[..Encoding.UTF8.GetChars(utf8, buffer)];
            var pool = names.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!pool.TryGetValue(name, out var known))
                names.Add(known = name.ToString());
            return known;
        }
    }
}
