using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The listing of Missouri's Division of Professional Registration: tabs, all professions, <c>N/A</c> for nothing, and most rows more than
/// once. Discipline that leaves a licence active is a condition; provisional licences and those of students are permits.
/// </summary>
internal static class MissouriRoster
{
    private const string MassageTherapy = "MAS";
    private const string DayFormat = "yyyy-MM-dd HH:mm:ss";

    private static readonly string[] Permits = ["provisional", "student", "temporary"];

    public static readonly RosterLayout Layout = new()
    {
        Board = Registers.MissouriMassageBoard,
        State = StateCode.Parse("MO"),
        Source = "Missouri licensee listing",
        Feed = "roster-mo",
        Columns = new CsvColumns(
            ["prc_first_name", "prc_middle_name", "prc_last_name", "lic_profession", "lic_number", "lst_description", "lic_exp_date", "discipline", "les_description"],
            ["clas_description", "ctype_description", "cl_description"])
        {
            PassesOverOthers = true,
            RowsVary = true,
            IsTabSeparated = true,
        },
        NumberColumn = "lic_number",
        Read = Read,
    };

    private static RosterRow? Read(CsvRow row, RosterJudge judge)
    {
        if (!row["lic_profession"].Equals(MassageTherapy, StringComparison.OrdinalIgnoreCase))
            return judge.LeaveOut($"of profession {Text(row, "lic_profession")}");
        if (Text(row, "prc_last_name").Length == 0)
            return judge.LeaveOut("without a person (businesses)");
        var discipline = Text(row, "discipline") is { } text && text.ToUpperInvariant() is not ("" or "N" or "NO" or "NONE") ? text : null;
        var name = new PersonName(Text(row, "prc_first_name"), Text(row, "prc_last_name"), Text(row, "prc_middle_name"));
        return judge.Row(
            row, Text(row, "lic_number"), name, Outcome(row, judge, discipline), IsPermit(row), Expires(row), discipline is null ? [] : [$"Discipline: {discipline}"]);
    }

    private static VerificationOutcome Outcome(CsvRow row, RosterJudge judge, string? discipline)
    {
        var standing = judge.Outcome(row, "lst_description");
        if (discipline is not null && BoardWords.OutcomeOf(discipline) is { } taken and (VerificationOutcome.Suspended or VerificationOutcome.Revoked))
            return standing == VerificationOutcome.Revoked ? standing : taken;
        if (standing == VerificationOutcome.Active && row["les_description"].Equals("Expired", StringComparison.OrdinalIgnoreCase))
            return VerificationOutcome.Expired;
        return standing == VerificationOutcome.Active && discipline is not null ? VerificationOutcome.ActiveWithConditions : standing;
    }

    private static bool IsPermit(CsvRow row)
    {
        var words = $"{row["clas_description"]} {row["ctype_description"]} {row["cl_description"]}";
        return Array.Exists(Permits, permit => words.Contains(permit, StringComparison.OrdinalIgnoreCase));
    }

    private static DateOnly? Expires(CsvRow row) => Text(row, "lic_exp_date").Length == 0 ? null : RegisterDays.OrNull(row, "lic_exp_date", DayFormat);

    private static string Text(CsvRow row, string column) => row[column] is var text && text.Equals("N/A", StringComparison.OrdinalIgnoreCase) ? "" : text;
}
