using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// A CSV as RFC 4180 has it: UTF-8 (a byte-order mark is allowed), commas, one header row. The columns may stand in any order but must be
/// the expected ones. What is wrong with the form is reported with its line.
/// </summary>
internal sealed class CsvTable
{
    private CsvTable(ImmutableArray<CsvRow> rows, ImmutableArray<CsvRow> misshapen) => (Rows, Misshapen) = (rows, misshapen);

    public ImmutableArray<CsvRow> Rows { get; }

    /// <summary>Rows of the wrong length, already reported; the cells that are missing read as empty.</summary>
    public ImmutableArray<CsvRow> Misshapen { get; }

    /// <returns>Null when no row can be told: not text, or other columns.</returns>
    public static CsvTable? Read(Stream content, ImmutableArray<string> columns, ImportErrors errors)
    {
        if (CsvText.Read(content, errors) is not { } text)
            return null;
        using var records = Records(text, errors).GetEnumerator();
        return records.MoveNext() && Positions(records.Current.Cells, columns, errors) is { } positions ? ReadRows(records, positions, errors) : null;
    }

    private static IEnumerable<(int Line, string[] Cells)> Records(string text, ImportErrors errors)
    {
        var line = 1;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",",
            IgnoreBlankLines = false,
            BadDataFound = bad => errors.Add(line, null, "bad-quotes", bad.Field, "Put the whole cell in quotes, close them, and double the quotes inside."),
        });
        for (; parser.Read(); line = parser.RawRow + 1)
            yield return (line, parser.Record ?? []);
    }

    private static FrozenDictionary<string, int>? Positions(string[] header, ImmutableArray<string> columns, ImportErrors errors)
    {
        var found = header.Select(name => name.Trim()).ToArray();
        var expected = string.Join(',', columns);
        var before = errors.Count;
        if (found is [var only] && columns.Length > 1 && only.AsSpan().IndexOfAny(";\t|") is >= 0 and var at)
        {
            errors.Add(1, null, "wrong-delimiter", only, $"The cells are separated by '{only[at]}': save the file with commas.");
            return null;
        }

        foreach (var missing in columns.Except(found, StringComparer.Ordinal))
            errors.Add(1, missing, "wrong-header", null, $"The column is missing: the header must be {expected}.");
        foreach (var unknown in found.Except(columns, StringComparer.Ordinal))
            errors.Add(1, unknown, "wrong-header", unknown, $"The column is not known: the header must be {expected}.");
        foreach (var twice in found.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            errors.Add(1, twice.Key, "wrong-header", twice.Key, "The column stands there twice: remove one.");
        return errors.Count > before ? null : found.Index().ToFrozenDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
    }

    private static CsvTable ReadRows(IEnumerator<(int Line, string[] Cells)> records, FrozenDictionary<string, int> positions, ImportErrors errors)
    {
        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        var misshapen = ImmutableArray.CreateBuilder<CsvRow>();
        while (records.MoveNext())
        {
            var (line, cells) = records.Current;
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            (cells.Length == positions.Count ? rows : misshapen).Add(new CsvRow(line, cells, positions));
            if (cells.Length < positions.Count)
                errors.Add(line, null, "short-row", cells[0], $"The row has {cells.Length} cells, the header {positions.Count}: add the missing commas.");
            if (cells.Length > positions.Count)
                errors.Add(line, null, "long-row", cells[0], $"The row has {cells.Length} cells, the header {positions.Count}: quote cells that hold commas.");
        }

        return new CsvTable(rows.ToImmutable(), misshapen.ToImmutable());
    }
}

/// <summary>One row: its cells by column, without the spaces around them.</summary>
/// <param name="line">Where the row begins; the header is line 1.</param>
internal sealed class CsvRow(int line, string[] cells, FrozenDictionary<string, int> positions)
{
    public int Line => line;

    public string this[string column] => positions[column] is var position && position < cells.Length ? cells[position].Trim() : "";
}
