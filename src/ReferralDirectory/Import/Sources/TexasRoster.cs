using System.Collections.Frozen;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The licences of the Texas Department of Licensing and Regulation. There is no status: a licence is active to its last day. One number
/// may stand under several kinds, of which a massage therapist's alone is a person's licence to practise; some rows have a cell too many.
/// </summary>
internal static class TexasRoster
{
    private const string DayFormat = "MM/dd/yyyy";
    private const string TherapistKind = "Massage Therapist";

    private static readonly FrozenSet<string> Suffixes = FrozenSet.ToFrozenSet(["JR", "SR", "II", "III", "IV"], StringComparer.OrdinalIgnoreCase);

    public static readonly RosterLayout Layout = new()
    {
        Board = Registers.TexasTdlr,
        State = StateCode.Parse("TX"),
        Source = "Texas TDLR licence roster",
        Feed = "roster-tx",
        Columns = new CsvColumns(["LICENSE TYPE", "LICENSE NUMBER", "LICENSE EXPIRATION DATE", "NAME"], []) { PassesOverOthers = true, RowsVary = true },
        NumberColumn = "LICENSE NUMBER",
        Read = Read,
    };

    private static RosterRow? Read(CsvRow row, RosterJudge judge)
    {
        var kind = row["LICENSE TYPE"];
        if (!kind.Equals(TherapistKind, StringComparison.OrdinalIgnoreCase))
            return judge.LeaveOut(kind.Length == 0 ? "without a licence type" : kind);
        return RegisterDays.OrNull(row, "LICENSE EXPIRATION DATE", DayFormat) is { } expires
            ? judge.Row(row, row["LICENSE NUMBER"], NameOf(row["NAME"]), VerificationOutcome.Active, isPermit: false, expires, notes: [])
            : judge.LeaveOut("without an expiration date");
    }

    /// <summary><c>HODGES JR, CYNTHIA JO</c>. A name without a comma is taken whole.</summary>
    private static PersonName NameOf(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var family = WithoutSuffix(comma < 0 ? text : text[..comma]);
        var given = comma < 0 ? [] : WithoutSuffix(text[(comma + 1)..]);
        return new PersonName(given.FirstOrDefault() ?? "", string.Join(' ', family), given.Length > 1 ? string.Join(' ', given[1..]) : null);
    }

    private static string[] WithoutSuffix(string names) =>
        [.. names.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => !Suffixes.Contains(word.TrimEnd('.')))];
}
