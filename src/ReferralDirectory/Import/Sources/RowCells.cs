using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The cells of one row as values. An empty cell is null: not stated. What cannot be read is reported with its place and comes back as a
/// default that nobody will see: with one error nothing of the file is stored.
/// </summary>
internal sealed class RowCells(CsvRow row, ImportContext context)
{
    private const string DayFormat = "yyyy-MM-dd";

    public int Line => row.Line;

    public ImportContext Context => context;

    public bool IsEmpty(string column) => row[column].Length == 0;

    public void Refuse(string column, string code, string? value, string message) => row.Errors.Add(row.Line, column, code, value, message);

    public void Warn(string column, string code, string? value, string message) => row.Errors.Warn(row.Line, column, code, value, message);

    public string? TextOrNull(string column, int maxLength = PersonName.MaxLength)
    {
        var text = row[column];
        if (text.Length > maxLength)
            Refuse(column, "too-long", text, $"The cell has {text.Length} characters: shorten it to {maxLength}.");
        return text.Length == 0 ? null : text;
    }

    public string Text(string column)
    {
        if (IsEmpty(column))
            Refuse(column, "missing-value", null, $"Fill in the {column}.");
        return TextOrNull(column) ?? "";
    }

    public DateOnly? DayOrNull(string column) => IsEmpty(column) ? null : Day(column, row[column]);

    /// <summary>A day that is over: what was said or checked cannot lie ahead.</summary>
    public DateOnly PastDay(string column)
    {
        var day = Day(column, Text(column));
        if (day > context.Today)
            Refuse(column, "date-in-future", row[column], "Nothing can be said or checked after today: correct the day.");
        return day;
    }

    /// <summary><c>2026-01-31</c>, or for synthetic organisations <c>D-45</c>: so many days from the day of the import.</summary>
    public DateOnly Day(string column, string text)
    {
        if (text.StartsWith('D'))
            return Offset(column, text);
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2199)
            return day;
        if (text.Length > 0)
            Refuse(column, "bad-date", text, "Write the day as 2026-01-31.");
        return context.Today;
    }

    public int? NumberOrNull(string column, int least, int most) => IsEmpty(column) ? null : Number(column, row[column], least, most);

    public int Number(string column, string text, int least, int most)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            Refuse(column, "bad-number", text, "Write a whole number, or leave the cell empty when it is not known.");
        else if (number < least || number > most)
            Refuse(column, "out-of-range", text, FormattableString.Invariant($"Write a number from {least} to {most}."));
        return number;
    }

    public decimal? DecimalOrNull(string column, decimal least, decimal most)
    {
        if (IsEmpty(column))
            return null;
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(row[column], style, CultureInfo.InvariantCulture, out var number))
            Refuse(column, "bad-number", row[column], "Write a number such as 95 or 95.50, without a unit.");
        else if (number < least || number > most)
            Refuse(column, "out-of-range", row[column], FormattableString.Invariant($"Write a number from {least} to {most}."));
        return number;
    }

    public bool? YesOrNo(string column)
    {
        if (row[column] is not ("" or "yes" or "no"))
            Refuse(column, "bad-yes-no", row[column], "Write yes or no, or leave the cell empty when it is not known.");
        return IsEmpty(column) ? null : row[column] == "yes";
    }

    public T? WordOrNull<T>(string column)
        where T : struct, Enum => IsEmpty(column) ? null : Word<T>(column, row[column]);

    /// <summary>One of the words of an enumeration; another one is an error <c>bad-</c> + the noun.</summary>
    public T Word<T>(string column, string text, string? noun = null)
        where T : struct, Enum
    {
        if (!EnumWords.TryParse<T>(text, out var value))
            Refuse(column, $"bad-{noun ?? column}", text, $"Write one of: {string.Join(", ", EnumWords.All<T>())}.");
        return value;
    }

    public StateCode State(string column, string text)
    {
        if (!StateCode.TryParse(text, out var state))
            Refuse(column, "unknown-state", text, "Write a US state, district or territory as NY or US-NY.");
        return state;
    }

    public PhoneNumber? PhoneOrNull(string column)
    {
        if (IsEmpty(column))
            return null;
        if (!PhoneNumber.TryParse(row[column], out var phone))
            Refuse(column, "bad-phone", row[column], "Write a US number of ten digits: 315-555-0123.");
        return phone;
    }

    /// <summary>A code of a catalogue.</summary>
    public Code<T> Known<T>(string column, string noun, string text, Func<Code<T>, object?> find)
    {
        if (!Code<T>.TryParse(text, out var code) || find(code) is null)
            Refuse(column, $"unknown-{noun}", text, $"The catalogue has no such {noun}: use a code that it lists.");
        return code;
    }

    /// <summary>Items with <c>;</c> between them.</summary>
    public ImmutableArray<string> List(string column) => [.. row[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>An item's parts with <c>:</c> between them; parts at its end may be left out and then are empty.</summary>
    public string[] Parts(string column, string item, int most)
    {
        var parts = item.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length > most)
            Refuse(column, "bad-item", item, $"An item has at most {most} parts with ':' between them.");
        Array.Resize(ref parts, most);
        return Array.ConvertAll(parts, part => part ?? "");
    }

    private DateOnly Offset(string column, string text)
    {
        if (context.Organization is not { Synthetic: true })
        {
            Refuse(column, "offset-not-allowed", text, "Only invented people have days counted from the import: write the day as 2026-01-31.");
            return context.Today;
        }

        var days = 0;
        if (text.Length > 1 && (text[1] is not ('+' or '-') || !int.TryParse(text[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out days)
            || days is < -36_500 or > 36_500))
        {
            Refuse(column, "bad-date", text, "Write the days from the import as D-45, D or D+730.");
            return context.Today;
        }

        return context.Today.AddDays(days);
    }
}
