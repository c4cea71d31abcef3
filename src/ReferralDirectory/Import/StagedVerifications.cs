using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// The staged entries that the verification ledger does not hold yet: they stand in the table <c>Entered</c>, with the ids that they will
/// have. An entry whose subject is not on file is kept too: the list that names its subject may come later. That an NPI was deactivated,
/// which every file of its register repeats, is entered again only when somebody has confirmed the NPI since.
/// </summary>
internal sealed class StagedVerifications
{
    /// <summary>From this position on stand entries that no file says, but that follow from what files say.</summary>
    public const long DerivedFrom = 1L << 62;

    private readonly WriteUnit unit;

    private StagedVerifications(WriteUnit unit) => this.unit = unit;

    public static StagedVerifications Judge(WriteUnit unit)
    {
        var database = unit.Context.Database;
        var entered = database.ExecuteSql(
            $"""
            CREATE TABLE staging.Entered (Position INTEGER PRIMARY KEY, Id INTEGER);
            INSERT INTO staging.Entered
            SELECT Position, {unit.State.LastLedgerId} + ROW_NUMBER() OVER (ORDER BY Position) FROM (
                SELECT MIN(said."Id") AS Position FROM staging."Ledger" AS said
                WHERE NOT EXISTS (SELECT 1 FROM main."Ledger" AS held WHERE held."Fingerprint" = said."Fingerprint")
                    AND NOT (said."Aspect" = {nameof(VerificationAspect.Identity)} AND said."Outcome" = {nameof(VerificationOutcome.Refuted)} AND EXISTS (
                        SELECT 1 FROM main."Ledger" AS held
                        WHERE held."SubjectKey" = said."SubjectKey" AND held."Aspect" = said."Aspect" AND held."Outcome" = said."Outcome" AND held."Source" = said."Source"
                            AND held."ValidFrom" = said."ValidFrom" AND held."CheckedOn" <= said."CheckedOn" AND NOT EXISTS (
                                SELECT 1 FROM main."Ledger" AS since
                                WHERE since."SubjectKey" = held."SubjectKey" AND since."Aspect" = held."Aspect" AND since."Outcome" <> held."Outcome" AND since."CheckedOn" >= held."CheckedOn")))
                GROUP BY said."Fingerprint");
            """);
        unit.State.LastLedgerId += entered;
        return new StagedVerifications(unit);
    }

    /// <param name="file">The number of the file.</param>
    /// <param name="errors">Takes a warning about subjects that are not on file.</param>
    public RowCounts CountsOf(int file, ImportErrors errors)
    {
        var said = Count($"SELECT COUNT(*) AS \"Value\" FROM staging.\"Ledger\" WHERE \"ImportId\" = {file} AND \"Id\" < {DerivedFrom}");
        var derived = EnteredOf(file, DerivedFrom, long.MaxValue);
        if (said == 0)
            return new RowCounts(0, 0, 0, derived);
        var entered = EnteredOf(file, 0, DerivedFrom - 1);
        var missing = Count(
            $"""
            SELECT COUNT(*) AS "Value" FROM staging."Ledger" AS said
            WHERE said."ImportId" = {file} AND said."Id" < {DerivedFrom} AND NOT EXISTS (SELECT 1 FROM main."RecordKeys" AS held WHERE held."Key" = said."SubjectKey")
                AND NOT EXISTS (
                    SELECT 1 FROM staging."RecordKeys" AS coming CROSS JOIN staging.Judged AS record ON record.Position = coming."RecordId"
                    WHERE coming."Key" = said."SubjectKey" AND record.Became <> {nameof(Became.Older)})
            """);
        if (missing > 0)
        {
            var share = missing == said ? "All" : missing.ToString(CultureInfo.InvariantCulture);
            errors.Warn(null, null, "subject-not-on-file", missing.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{share} of the {said} entries are about people whom no list on file names: they were kept, and count as soon as one does."));
        }

        return new RowCounts(entered, 0, said - entered, derived);
    }

    /// <summary>Brings the entries into the ledger.</summary>
    /// <param name="firstImport">The id of the batch's first file.</param>
    public void Publish(long firstImport)
    {
        var list = string.Join(", ", TableShape<LedgerRow>.Columns.Except(["\"Id\"", "\"ImportId\""], StringComparer.Ordinal));
        unit.Context.Run(
            $"""
            INSERT INTO main."Ledger" ("Id", "ImportId", {list})
            SELECT entered.Id, "ImportId" + {firstImport}, {list}
            FROM staging.Entered AS entered CROSS JOIN staging."Ledger" AS said ON said."Id" = entered.Position ORDER BY entered.Id
            """);
    }

    private int EnteredOf(int file, long first, long last) => Count(
        $"""
        SELECT COUNT(*) AS "Value" FROM staging.Entered CROSS JOIN staging."Ledger" AS said ON said."Id" = Position
        WHERE said."ImportId" = {file} AND Position BETWEEN {first} AND {last}
        """);

    private int Count(FormattableString question) => unit.Context.Ask<int>(question).Single();
}
