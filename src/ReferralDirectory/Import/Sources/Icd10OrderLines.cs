using System.Globalization;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The lines of an order file, in fixed columns: order number (1 to 5), code without its dot (7 to 13), 1 where it can be billed and 0 where
/// not (15), title cut to 60 characters (17 to 76), whole title (from 78). They are numbered without a gap, so a part that is missing shows.
/// </summary>
internal sealed class Icd10OrderLines(ImportErrors errors)
{
    private const int NumberLength = 5;
    private const int BillableColumn = 14;
    private const int TitleColumn = 77;
    private const string Again = "download the file again.";

    private static readonly Range CodeColumns = 6..13;
    private static readonly Range ShortTitleColumns = 16..76;

    private readonly Dictionary<Icd10Code, int> lines = [];
    private int lastNumber;

    public List<Icd10Entry> Codes { get; } = [];

    public int Rows { get; private set; }

    public void Read(string text)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            if (content.IsWhiteSpace())
                continue;
            if (Rows == 0 && OtherKind(content) is { } kind)
            {
                errors.Add(line, null, "wrong-file-type", kind, $"The file is {kind}, not the order file: import icd10cm-order-YEAR.txt of the same archive, or the archive as it was downloaded.");
                return;
            }

            Rows++;
            Judge(line, content);
        }

        if (Rows == 0)
            errors.Add(null, null, "empty-file", null, $"The file is empty: {Again}");
        else if (!text.EndsWith('\n'))
            errors.Add(line, null, "cut-line", text[(text.LastIndexOf('\n') + 1)..], $"The last line does not end, so the file broke off: {Again}");
    }

    /// <summary>What the publisher's other files are, by the first line; null for an order file.</summary>
    private static string? OtherKind(ReadOnlySpan<char> line)
    {
        if (char.IsAsciiDigit(line[0]))
            return null;
        if (line.StartsWith("Add:") || line.StartsWith("Delete:") || line.StartsWith("Revise"))
            return "the addenda, which tell changes only";
        return line.Length > 3 && Icd10Code.TryParse(line[..Math.Min(7, line.Length)].TrimEnd().ToString(), out _)
            ? "the list of codes, which does not tell what can be billed" : "something else";
    }

    private void Judge(int line, ReadOnlySpan<char> content)
    {
        JudgeNumber(line, content[..Math.Min(NumberLength, content.Length)]);
        if (content.Length <= TitleColumn)
        {
            errors.Add(line, null, "cut-line", content.ToString(), $"A line has two titles, the second from column {TitleColumn + 1} on: {Again}");
            return;
        }

        if (content.IndexOf('\uFFFD') >= 0)
            errors.Add(line, null, "not-utf8", null, $"The line holds bytes that are no text: {Again}");
        var title = content[TitleColumn..].Trim();
        var cut = content[ShortTitleColumns].Trim();
        if (title.IsEmpty || (cut.Length > title.Length && cut.StartsWith(title, StringComparison.Ordinal)))
            errors.Add(line, "long title", "cut-line", title.ToString(), $"The title is shorter than its short form: {Again}");
        if (CodeOf(line, content[CodeColumns].Trim()) is { } code && IsBillable(line, content[BillableColumn]) is { } billable)
            Codes.Add(new Icd10Entry(code, billable, title.ToString()));
    }

    private void JudgeNumber(int line, ReadOnlySpan<char> text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            errors.Add(line, "order number", "bad-order-number", text.ToString(), $"The line must begin with five digits: {Again}");
            return;
        }

        if (number != lastNumber + 1)
        {
            errors.Add(line, "order number", number > lastNumber ? "lines-missing" : "lines-out-of-order", text.ToString(),
                string.Create(CultureInfo.InvariantCulture, $"The line before it has {lastNumber:D5}, so this must be {lastNumber + 1:D5}: {Again}"));
        }

        lastNumber = number;
    }

    private Icd10Code? CodeOf(int line, ReadOnlySpan<char> text)
    {
        if (!Icd10Code.TryParse(text.ToString(), out var code) || !text.SequenceEqual(code.Value))
        {
            errors.Add(line, "code", "bad-icd10-code", text.ToString(), $"Columns 7 to 13 hold no ICD-10-CM code without its dot: {Again}");
            return null;
        }

        if (lines.TryAdd(code, line))
            return code;
        errors.Add(line, "code", "duplicate-code", code.Value, string.Create(CultureInfo.InvariantCulture, $"Line {lines[code]} has it already: {Again}"));
        return null;
    }

    private bool? IsBillable(int line, char mark)
    {
        if (mark is '0' or '1')
            return mark == '1';
        errors.Add(line, "billable", "bad-mark", mark.ToString(), $"Column {BillableColumn + 1} holds 0 or 1: {Again}");
        return null;
    }
}
