using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The cells of one row as values. What cannot be read is reported with its place and comes back as a default that nobody will see: with
/// one error nothing of the import is used.
/// </summary>
internal sealed class KnowledgeCells(KnowledgeDirectory tables, KnowledgeFile file, CsvRow row)
{
    private const string DayFormat = "yyyy-MM-dd";

    public void Refuse(string column, string code, string? value, string message) => tables.ErrorsOf(file).Add(row.Line, column, code, value, message);

    public bool IsEmpty(string column) => row[column].Length == 0;

    public string? TextOrNull(string column) => IsEmpty(column) ? null : row[column];

    public string Text(string column)
    {
        if (IsEmpty(column))
            Refuse(column, "missing-value", null, $"Fill in the {column}.");
        return row[column];
    }

    public ImmutableArray<string> Texts(string column, char separator) =>
        [.. row[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Codes with spaces between them, each once.</summary>
    public ImmutableArray<string> List(string column)
    {
        var items = Texts(column, ' ');
        foreach (var twice in items.GroupBy(item => item, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Refuse(column, "duplicate-code", twice.Key, "The cell names it more than once: keep one.");
        return items;
    }

    /// <summary>The code that the row itself introduces.</summary>
    public Code<T> OwnCode<T>(string column)
    {
        if (!Code<T>.TryParse(row[column], out var code))
            Refuse(column, "bad-code", row[column], $"Use lower-case letters, digits and single hyphens, at most {Code<T>.MaxLength} characters.");
        return code;
    }

    public Code<T> Reference<T>(string column, KnowledgeFile target) => Referenced<T>(column, row[column], target);

    public Code<T>? ReferenceOrNull<T>(string column, KnowledgeFile target) => IsEmpty(column) ? null : Reference<T>(column, target);

    public ImmutableArray<Code<T>> References<T>(string column, KnowledgeFile target) => [.. List(column).Select(item => Referenced<T>(column, item, target))];

    /// <summary>References to rows that have a name only, no typed code.</summary>
    public ImmutableArray<string> Names(string column, KnowledgeFile target)
    {
        var names = List(column);
        foreach (var name in names)
            CheckDefined(column, name, target);
        return names;
    }

    public string Source()
    {
        CheckDefined("source", row["source"], KnowledgeFile.Sources);
        return row["source"];
    }

    public Sureness Sureness()
    {
        Sureness? sureness = row["sureness"] switch
        {
            "V" => Matching.Vocabulary.Sureness.Verified,
            "S" => Matching.Vocabulary.Sureness.Secondary,
            "M" => Matching.Vocabulary.Sureness.Memory,
            _ => null,
        };
        if (sureness is null)
            Refuse("sureness", "bad-sureness", row["sureness"], "Write V (read in the primary text), S (a secondary page says it) or M (general knowledge).");
        return sureness.GetValueOrDefault();
    }

    /// <summary>One of the words of an enumeration; another one is an error <c>bad-</c> + the column.</summary>
    public T Word<T>(string column)
        where T : struct, Enum
    {
        if (!EnumWords.TryParse<T>(row[column], out var value))
            Refuse(column, $"bad-{column}", row[column], $"Write one of: {string.Join(", ", EnumWords.All<T>())}.");
        return value;
    }

    public DateOnly Date(string column)
    {
        if (!DateOnly.TryParseExact(row[column], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Refuse(column, "bad-date", row[column], "Write the day as 2026-01-31.");
        return date;
    }

    public DateOnly? DateOrNull(string column) => IsEmpty(column) ? null : Date(column);

    public int? NumberOrNull(string column)
    {
        if (IsEmpty(column))
            return null;
        if (!int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            Refuse(column, "bad-number", row[column], "Write a whole number, or leave the cell empty when it is not known.");
        return number;
    }

    public StateCode State(string column) => StateOf(column, row[column]);

    public ImmutableArray<StateCode> States(string column) => [.. List(column).Select(item => StateOf(column, item))];

    /// <summary>A whole code or the beginning of one, in the form in which codes are compared.</summary>
    public ImmutableArray<string> Icd10Prefixes(string column)
    {
        var prefixes = List(column);
        foreach (var prefix in prefixes)
            Icd10(column, prefix, "bad-icd10-prefix");
        return prefixes;
    }

    public Icd10Code Icd10(string column) => Icd10(column, row[column], "bad-icd10-code");

    private Icd10Code Icd10(string column, string text, string error)
    {
        if (!Icd10Code.TryParse(text, out var code) || code.Value != text)
            Refuse(column, error, text, "Write three to seven characters of an ICD-10-CM code in upper case, without the dot: M545.");
        return code;
    }

    private StateCode StateOf(string column, string text)
    {
        if (!StateCode.TryParse(text, out var state) || state.ToString() != text)
            Refuse(column, "unknown-state", text, "Write a US state, district or territory as US-NY.");
        return state;
    }

    private Code<T> Referenced<T>(string column, string text, KnowledgeFile target)
    {
        CheckDefined(column, text, target);
        return Code<T>.TryParse(text, out var code) ? code : default;
    }

    private void CheckDefined(string column, string key, KnowledgeFile target)
    {
        if (!tables.Defines(target, key))
            Refuse(column, $"unknown-{target.Noun}", key, $"{target.Path} has no such {target.Noun}: add it there or correct the cell.");
    }
}
