using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The health professionals' credentials of Washington's Department of Health, of all professions. An interim permit is not the licence. The
/// year of birth only tells namesakes under one number apart.
/// </summary>
internal static class WashingtonRoster
{
    private const string DayFormat = "yyyyMMdd";

    public static readonly RosterLayout Layout = new()
    {
        Board = Registers.WashingtonDoh,
        State = StateCode.Parse("WA"),
        Source = "Washington DOH credential data",
        Feed = "roster-wa",
        Columns = new CsvColumns(
            ["credentialnumber", "lastname", "firstname", "middlename", "credentialtype", "status", "expirationdate", "actiontaken"], ["birthyear"])
        {
            PassesOverOthers = true,
            RowsVary = true,
        },
        NumberColumn = "credentialnumber",
        Read = Read,
    };

    private static RosterRow? Read(CsvRow row, RosterJudge judge)
    {
        var kind = row["credentialtype"];
        if (!Says(kind, "massage") || Says(kind, "animal"))
            return judge.LeaveOut(kind.Length == 0 ? "without a credential type" : kind);
        var name = new PersonName(row["firstname"], row["lastname"], row["middlename"]);
        var expires = RegisterDays.OrNull(row, "expirationdate", DayFormat);
        return judge.Row(
            row, row["credentialnumber"], name, judge.Outcome(row, "status"), Says(kind, "interim") || Says(kind, "temporary"), expires, Notes(row), row["birthyear"]);
    }

    private static IEnumerable<string> Notes(CsvRow row)
    {
        if (!row["status"].Equals("ACTIVE", StringComparison.OrdinalIgnoreCase))
            yield return $"{row["credentialtype"]}: {row["status"]}";
        if (row["actiontaken"].Equals("Yes", StringComparison.OrdinalIgnoreCase))
            yield return "The department has taken action";
    }

    private static bool Says(string kind, string word) => kind.Contains(word, StringComparison.OrdinalIgnoreCase);
}
