using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// Any other board's roster of massage therapists, brought into this form: UTF-8, commas, one header, and as columns <c>number</c> (of the
/// licence, as the board writes it), <c>given</c>, <c>family</c>, <c>status</c> (active, active-with-conditions, interim, inactive, expired,
/// suspended, revoked) and <c>expires</c> (2027-01-31, empty where there is no end); <c>middle</c>, <c>conditions</c> and <c>birthDate</c> may
/// follow. A date of birth only tells namesakes under one number apart, and is kept nowhere. The state is said with <c>--state</c>.
/// </summary>
internal static class GenericRoster
{
    public static readonly CsvColumns Columns = CsvColumns.Of("number given family status expires", "middle conditions birthDate");

    private const int LongestConditions = 4_000;

    public static StagedImport Read(string path, ImportContext context, IFileFacts facts, ImportErrors errors)
    {
        if (context.Feed.State is { } state)
            return RosterFile.Read(LayoutOf(state, context), path, context, facts, errors);
        errors.Add(null, null, "missing-state", null, "Say whose roster it is: --state NY.");
        return new StagedImport { Rows = 0 };
    }

    private static RosterLayout LayoutOf(StateCode state, ImportContext context) => new()
    {
        Board = Registers.BoardOf(state),
        State = state,
        Source = $"{state.PostalCode} licence roster",
        Feed = $"roster/{FoldedText.Of(state.PostalCode)}",
        Columns = Columns,
        NumberColumn = "number",
        Read = (row, judge) => Read(new RowCells(row, context), row, judge),
    };

    private static RosterRow? Read(RowCells cells, CsvRow row, RosterJudge judge)
    {
        var conditions = cells.TextOrNull("conditions", LongestConditions);
        return judge.Row(
            row, cells.Text("number"), new PersonName(cells.Text("given"), cells.Text("family"), cells.TextOrNull("middle")), Outcome(cells), isPermit: false,
            cells.DayOrNull("expires"), conditions is null ? [] : [conditions], cells.IsEmpty("birthDate") ? "" : $"{cells.PastDay("birthDate"):O}");
    }

    private static VerificationOutcome Outcome(RowCells cells) => cells.Word<LicenceStatus>("status", cells.Text("status")) switch
    {
        LicenceStatus.Active => VerificationOutcome.Active,
        LicenceStatus.ActiveWithConditions => VerificationOutcome.ActiveWithConditions,
        LicenceStatus.Interim => VerificationOutcome.Interim,
        LicenceStatus.Inactive => VerificationOutcome.Inactive,
        LicenceStatus.Expired => VerificationOutcome.Expired,
        LicenceStatus.Suspended => VerificationOutcome.Suspended,
        _ => VerificationOutcome.Revoked,
    };
}
