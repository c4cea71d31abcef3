using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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

    /// <summary>All rows at once.</summary>
    /// <returns>Null when no row can be told: not text, or other columns.</returns>
    public static CsvTable? Read(Stream content, ImmutableArray<string> columns, ImportErrors errors)
    {
        var before = errors.Count;
        using var rows = Stream(content, new CsvColumns(columns, []), errors).GetEnumerator();
        var any = rows.MoveNext();
        if (!any && errors.Count > before)
            return null;
        var shapes = Rest().ToLookup(row => row.IsWhole);
        return new CsvTable([.. shapes[true]], [.. shapes[false]]);

        IEnumerable<CsvRow> Rest()
        {
            for (; any; any = rows.MoveNext())
                yield return rows.Current;
        }
    }

    /// <summary>Row by row, for files of any size, misshapen rows among them; none when no row can be told.</summary>
    public static IEnumerable<CsvRow> Stream(Stream content, CsvColumns columns, ImportErrors errors) => Stream(content, columns, errors, _ => errors);

    /// <summary>The same, but what is wrong with a row is kept with the row: so rows can be judged side by side, and told in their order.</summary>
    public static IEnumerable<CsvRow> StreamApart(Stream content, CsvColumns columns, ImportErrors errors) =>
        Stream(content, columns, errors, isHeader => isHeader ? errors : new ImportErrors(errors.File));

    private static IEnumerable<CsvRow> Stream(Stream content, CsvColumns columns, ImportErrors fileErrors, Func<bool, ImportErrors> errorsOf)
    {
        if (!CsvText.IsSound(content, fileErrors))
            yield break;
        using var records = Records(content, columns.IsTabSeparated, errorsOf).GetEnumerator();
        if (!records.MoveNext() || Positions(records.Current.Cells, columns, fileErrors) is not { } positions)
            yield break;
        var width = records.Current.Cells.Length;
        var (least, most) = columns.RowsVary ? (positions.Values.Max() + 1, int.MaxValue) : (width, width);
        while (records.MoveNext())
        {
            var (line, cells, errors) = records.Current;
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (cells.Length < least)
                errors.Add(line, null, "short-row", cells[0], $"The row has {cells.Length} cells, the header {width}: add the missing {columns.Separators}.");
            if (cells.Length > most)
                errors.Add(line, null, "long-row", cells[0], $"The row has {cells.Length} cells, the header {width}: quote cells that hold commas.");
            yield return new CsvRow(line, cells, positions, isWhole: cells.Length >= least && cells.Length <= most, errors);
        }
    }

    private static IEnumerable<(int Line, string[] Cells, ImportErrors Errors)> Records(Stream content, bool isTabSeparated, Func<bool, ImportErrors> errorsOf)
    {
        var line = 1;
        var errors = errorsOf(true);
        using var parser = new CsvParser(new StreamReader(content, Encoding.UTF8), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = isTabSeparated ? "\t" : ",",
            Mode = isTabSeparated ? CsvMode.NoEscape : CsvMode.RFC4180,
            IgnoreBlankLines = false,
            BadDataFound = bad => errors.Add(line, null, "bad-quotes", bad.Field, "Put the whole cell in quotes, close them, and double the quotes inside."),
        });
        for (; parser.Read(); line = parser.RawRow + 1, errors = errorsOf(false))
            yield return (line, parser.Record ?? [], errors);
    }

    private static FrozenDictionary<string, int>? Positions(string[] header, CsvColumns columns, ImportErrors errors)
    {
        var found = header.Select(name => name.Trim()).ToArray();
        var before = errors.Count;
        if (found is [var only] && columns.Required.Length > 1 && only.AsSpan().IndexOfAny(",;\t|") is >= 0 and var at)
        {
            errors.Add(1, null, "wrong-delimiter", only, $"The cells are separated by '{only[at]}': save the file with {columns.Separators}.");
            return null;
        }

        foreach (var missing in columns.Required.Except(found, columns.Comparer))
            errors.Add(1, missing, "wrong-header", null, $"The column is missing: the header must be {columns}.");
        if (!columns.PassesOverOthers)
        {
            foreach (var unknown in found.Except(columns.Required, columns.Comparer).Except(columns.Optional, columns.Comparer))
                errors.Add(1, unknown, "wrong-header", unknown, $"The column is not known: the header must be {columns}.");
        }

        var read = found.Index().Where(column => !columns.PassesOverOthers || columns.Reads(column.Item)).ToList();
        foreach (var twice in read.GroupBy(column => column.Item, columns.Comparer).Where(group => group.Count() > 1))
            errors.Add(1, twice.Key, "wrong-header", twice.Key, "The column stands there twice: remove one.");
        return errors.Count > before ? null : read.ToFrozenDictionary(column => column.Item, column => column.Index, columns.Comparer);
    }
}

/// <summary>The columns of a file: those that must be there and those that may.</summary>
internal sealed record CsvColumns(ImmutableArray<string> Required, ImmutableArray<string> Optional)
{
    /// <summary>Registers have columns that are of no interest here, add some now and then, and write their names now in capitals and now not.</summary>
    public bool PassesOverOthers { get; init; }

    /// <summary>Cells may follow that no header announces, and rows may end after the last one that is read.</summary>
    public bool RowsVary { get; init; }

    /// <summary>Tabs instead of commas, as registers export: quotes are then letters like any other.</summary>
    public bool IsTabSeparated { get; init; }

    public string Separators => IsTabSeparated ? "tabs" : "commas";

    public StringComparer Comparer => PassesOverOthers ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public bool Reads(string column) => Required.Contains(column, Comparer) || Optional.Contains(column, Comparer);

    public static CsvColumns Of(string required, string optional) => new([.. required.Split(' ')], [.. optional.Split(' ')]);

    public override string ToString() =>
        string.Join(',', Required) + (Optional.IsEmpty ? "" : $"; {string.Join(", ", Optional)} may follow");
}

/// <summary>One row: its cells by column, without the spaces around them. A column that the file does not have reads as empty.</summary>
/// <param name="line">Where the row begins; the header is line 1.</param>
/// <param name="isWhole">A row of the wrong length was reported already; its missing cells read as empty.</param>
/// <param name="errors">Where all that is wrong with it goes.</param>
internal sealed class CsvRow(int line, string[] cells, FrozenDictionary<string, int> positions, bool isWhole, ImportErrors errors)
{
    public int Line => line;

    public ImportErrors Errors => errors;

    public bool IsWhole => isWhole;

    public string this[string column] => positions.TryGetValue(column, out var position) && position < cells.Length ? cells[position].Trim() : "";
}
