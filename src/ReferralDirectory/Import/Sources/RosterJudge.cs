using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Judges the rows of one roster, and gathers what would be said of thousands of them in one sentence each.</summary>
/// <param name="asOf">The day of which the roster is true.</param>
/// <param name="errors">Of the file.</param>
internal sealed class RosterJudge(DateOnly asOf, ImportErrors errors)
{
    private const int MostKindsNamed = 5;

    private readonly Dictionary<string, int> leftOut = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int Line, string Column, int Rows)> unknownWords = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A row that is no person's licence or permit to practise massage, or that does not say enough.</summary>
    /// <param name="kind">What it is instead.</param>
    public RosterRow? LeaveOut(string kind)
    {
        leftOut[kind] = leftOut.GetValueOrDefault(kind) + 1;
        return null;
    }

    /// <summary>Whoever has words that are not known is not taken for active.</summary>
    public VerificationOutcome Outcome(CsvRow row, string column)
    {
        var words = row[column];
        if (BoardWords.OutcomeOf(words) is { } outcome)
            return outcome;
        var (line, first, rows) = unknownWords.GetValueOrDefault(words, (row.Line, column, 0));
        unknownWords[words] = (line, first, rows + 1);
        return VerificationOutcome.Inactive;
    }

    /// <summary>A row as its columns tell it: good words end with the last day, and a permit is not the licence.</summary>
    public RosterRow? Row(
        CsvRow row, string number, PersonName name, VerificationOutcome said, bool isPermit, DateOnly? expires, IEnumerable<string> notes, string born = "")
    {
        if (!LicenceKey.Normalize(number).Any(character => character is >= '1' and <= '9'))
            return LeaveOut("without a number");
        if (name.Family.Length == 0 && name.Given.Length == 0)
            return LeaveOut("without a name");
        var isGood = said is VerificationOutcome.Active or VerificationOutcome.ActiveWithConditions or VerificationOutcome.Interim;
        var outcome = isGood && expires < asOf ? VerificationOutcome.Expired : isGood && isPermit ? VerificationOutcome.Interim : said;
        return new RosterRow(row.Line, number, name, outcome, isPermit || outcome == VerificationOutcome.Interim, expires, [.. notes], born);
    }

    /// <summary>After the last row.</summary>
    public void Close()
    {
        foreach (var (words, (line, column, rows)) in unknownWords.OrderBy(word => word.Value.Line))
        {
            errors.Warn(line, column, "unknown-status", words, string.Create(
                CultureInfo.InvariantCulture,
                $"These words are not known ({rows} row{(rows == 1 ? "" : "s")}) and taken for inactive: ask the board, and import who may practise as verifications."));
        }

        if (leftOut.Count == 0)
            return;
        var kinds = leftOut.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.OrdinalIgnoreCase).ToList();
        var named = kinds.Take(MostKindsNamed).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value} {kind.Key}"));
        var others = kinds.Count > MostKindsNamed ? string.Create(CultureInfo.InvariantCulture, $", and {kinds.Count - MostKindsNamed} other kinds") : "";
        errors.Warn(null, null, "rows-left-out", kinds.Sum(kind => kind.Value).ToString(CultureInfo.InvariantCulture),
            $"Rows that are no person's licence to practise massage, or do not say enough, were left out: {string.Join(", ", named)}{others}.");
    }
}
