using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// The records that a write can reach through shared keys, as they will be: the staged ones in place of those that they replace. They stand
/// in the table <c>Reached</c>; what each says is read when it is asked for.
/// </summary>
internal sealed class AffectedRecords
{
    private const int BatchSize = 1_024;

    private readonly DirectoryContext context;
    private readonly Dictionary<long, long> therapists;

    private AffectedRecords(DirectoryContext context)
    {
        this.context = context;
        therapists = Pairs("SELECT Id, TherapistId FROM staging.Reached WHERE TherapistId IS NOT NULL").ToDictionary(pair => pair.First, pair => pair.Second);
        Ids = [.. context.Ask<long>($"SELECT Id FROM staging.Reached ORDER BY Id")];
        HasLedger = context.Ask<bool>($"SELECT EXISTS (SELECT 1 FROM main.\"Ledger\") OR EXISTS (SELECT 1 FROM staging.Entered)").Single();
    }

    /// <summary>In the order in which they first came in.</summary>
    public long[] Ids { get; }

    /// <summary>The ids of therapists that the records had.</summary>
    public IEnumerable<long> TherapistIds => therapists.Values.Distinct();

    private bool HasLedger { get; }

    /// <summary>
    /// All records that share a key with a staged record, with one that it replaces, with a staged ledger entry or with a touched key, whose
    /// licence a check names that an entry is about, or that a decision links with one, and so on until no more are found.
    /// </summary>
    public static AffectedRecords Reach(DirectoryContext context)
    {
        context.Database.ExecuteSql(
            $"""
            CREATE TABLE staging.Reached (Id INTEGER PRIMARY KEY, Position INTEGER, TherapistId INTEGER);
            INSERT INTO staging.Reached SELECT Id, Position, TherapistId FROM staging.Written;
            WITH RECURSIVE said (Key) AS (
                SELECT said."SubjectKey" FROM staging.Entered AS entered CROSS JOIN staging."Ledger" AS said ON said."Id" = entered.Position
                UNION
                SELECT Key FROM staging.Touched),
            touched (Key) AS (
                SELECT key."Key" FROM staging.Written AS written CROSS JOIN staging."RecordKeys" AS key ON key."RecordId" = written.Position
                UNION ALL
                SELECT key."Key" FROM staging.Written AS written CROSS JOIN main."RecordKeys" AS key ON key."RecordId" = written.HeldId
                UNION ALL
                SELECT Key FROM said
                UNION ALL
                SELECT named."SubjectKey" FROM said CROSS JOIN main."Ledger" AS named ON named."Reference" = SUBSTR(said.Key, LENGTH('licence:') + 1)
                WHERE said.Key BETWEEN 'licence:' AND 'licence;' AND named."Aspect" = 'Licence' AND named."Reference" <> ''
                UNION ALL
                SELECT link."OtherKey" FROM staging.Written AS written CROSS JOIN staging."RecordKeys" AS key ON key."RecordId" = written.Position
                CROSS JOIN main."LinkDecisions" AS link ON link."OneKey" = key."Key"
                UNION ALL
                SELECT link."OneKey" FROM staging.Written AS written CROSS JOIN staging."RecordKeys" AS key ON key."RecordId" = written.Position
                CROSS JOIN main."LinkDecisions" AS link ON link."OtherKey" = key."Key"),
            reached (RecordId) AS (
                SELECT RecordId FROM staging.Remembered
                UNION
                SELECT held."RecordId" FROM touched CROSS JOIN main."RecordKeys" AS held ON held."Key" = touched.Key
                UNION
                SELECT other."RecordId" FROM reached
                CROSS JOIN main."RecordKeys" AS mine ON mine."RecordId" = reached.RecordId AND NOT mine."Watched"
                CROSS JOIN main."RecordKeys" AS other ON other."Key" = mine."Key" AND NOT other."Watched"
                UNION
                SELECT other."RecordId" FROM reached
                CROSS JOIN main."RecordKeys" AS mine ON mine."RecordId" = reached.RecordId
                CROSS JOIN main."LinkDecisions" AS link ON link."OneKey" = mine."Key"
                CROSS JOIN main."RecordKeys" AS other ON other."Key" = link."OtherKey"
                UNION
                SELECT other."RecordId" FROM reached
                CROSS JOIN main."RecordKeys" AS mine ON mine."RecordId" = reached.RecordId
                CROSS JOIN main."LinkDecisions" AS link ON link."OtherKey" = mine."Key"
                CROSS JOIN main."RecordKeys" AS other ON other."Key" = link."OneKey")
            INSERT OR IGNORE INTO staging.Reached
            SELECT record."Id", NULL, record."TherapistId" FROM reached CROSS JOIN main."SourceRecords" AS record ON record."Id" = reached.RecordId;
            """);
        return new AffectedRecords(context);
    }

    /// <summary>All records of the store.</summary>
    public static AffectedRecords All(DirectoryContext context)
    {
        context.Database.ExecuteSql(
            $"""
            CREATE TABLE staging.Reached (Id INTEGER PRIMARY KEY, Position INTEGER, TherapistId INTEGER);
            INSERT INTO staging.Reached SELECT "Id", NULL, "TherapistId" FROM main."SourceRecords" ORDER BY "Id";
            """);
        return new AffectedRecords(context);
    }

    /// <summary>The therapist that a record was resolved into; null when it is new.</summary>
    public long? TherapistOf(long record) => therapists.TryGetValue(record, out var therapist) ? therapist : null;

    /// <summary>For each key that several records have, all of them, though nobody shares the key of a membership; and pairs that were decided about.</summary>
    public IEnumerable<long[]> Sharing() => context.Ask<string>(
        $"""
        SELECT GROUP_CONCAT(Id) FROM (
            SELECT key."Key", reached.Id FROM staging.Reached AS reached CROSS JOIN staging."RecordKeys" AS key ON key."RecordId" = reached.Position
            WHERE NOT key."Watched"
            UNION ALL
            SELECT key."Key", reached.Id FROM staging.Reached AS reached CROSS JOIN main."RecordKeys" AS key ON key."RecordId" = reached.Id
            WHERE reached.Position IS NULL AND NOT key."Watched")
        WHERE "Key" NOT BETWEEN 'member:' AND 'member;'
        GROUP BY "Key" HAVING COUNT(*) > 1
        """).Concat(Linked()).Select(list => Array.ConvertAll(list.Split(','), long.Parse));

    /// <summary>Pairs of records about which somebody or a run decided.</summary>
    private IEnumerable<string> Linked() => context.Ask<string>(
        $"""
        WITH member (Key, Id) AS (
            SELECT key."Key", reached.Id FROM main."LinkDecisions" AS link CROSS JOIN staging."RecordKeys" AS key ON key."Key" IN (link."OneKey", link."OtherKey")
            CROSS JOIN staging.Reached AS reached ON reached.Position = key."RecordId"
            UNION
            SELECT key."Key", reached.Id FROM main."LinkDecisions" AS link CROSS JOIN main."RecordKeys" AS key ON key."Key" IN (link."OneKey", link."OtherKey")
            CROSS JOIN staging.Reached AS reached ON reached.Id = key."RecordId")
        SELECT DISTINCT one.Id || ',' || other.Id FROM main."LinkDecisions" AS link
        CROSS JOIN member AS one ON one.Key = link."OneKey" CROSS JOIN member AS other ON other.Key = link."OtherKey"
        """);

    /// <summary>What sets of records say, as documents, so many sets at a time.</summary>
    public IEnumerable<(long[] Ids, string[] Documents)> Read(IEnumerable<long[]> sets)
    {
        foreach (var batch in sets.Chunk(BatchSize))
        {
            var documents = Documents(batch.SelectMany(records => records));
            foreach (var records in batch)
                yield return (records, Array.ConvertAll(records, id => documents[id]));
        }
    }

    /// <summary>What was decided about which records are one person.</summary>
    public LinkDecisionTable Decisions() => LinkDecisionTable.Read(context.Connection);

    /// <summary>What records say, as documents.</summary>
    public Dictionary<long, string> Documents(IEnumerable<long> records)
    {
        using var command = context.Connection.CreateCommand();
        command.CommandText =
            """
            SELECT reached.Id, COALESCE(said."Payload", held."Payload") FROM json_each($records) AS asked
            CROSS JOIN staging.Reached AS reached ON reached.Id = asked.value
            LEFT JOIN staging."SourceRecords" AS said ON said."Id" = reached.Position
            LEFT JOIN main."SourceRecords" AS held ON held."Id" = reached.Id AND reached.Position IS NULL
            """;
        command.Parameters.AddWithValue("$records", StoreJson.Write(records));
        using var rows = command.ExecuteReader();
        var documents = new Dictionary<long, string>();
        while (rows.Read())
            documents.Add(rows.GetInt64(0), rows.GetString(1));
        return documents;
    }

    /// <summary>Keys that records gave once.</summary>
    public ILookup<long, string> FormerKeys(IEnumerable<long> records)
    {
        if (!HasLedger)
            return Enumerable.Empty<long>().ToLookup(record => record, _ => "");
        using var command = context.Connection.CreateCommand();
        command.CommandText =
            """
            SELECT reached.Id, key."Key" FROM json_each($records) AS asked
            CROSS JOIN staging.Reached AS reached ON reached.Id = asked.value CROSS JOIN main."RecordKeys" AS key ON key."RecordId" = reached.Id
            WHERE CASE WHEN reached.Position IS NULL THEN key."Watched"
                ELSE NOT EXISTS (SELECT 1 FROM staging."RecordKeys" AS said WHERE said."RecordId" = reached.Position AND said."Key" = key."Key") END
            UNION ALL
            SELECT kept.RecordId, kept.Key FROM json_each($records) AS asked CROSS JOIN staging.Remembered AS kept ON kept.RecordId = asked.value
            """;
        command.Parameters.AddWithValue("$records", StoreJson.Write(records));
        using var rows = command.ExecuteReader();
        var former = new List<(long Record, string Key)>();
        while (rows.Read())
            former.Add((rows.GetInt64(0), rows.GetString(1)));
        return former.ToLookup(pair => pair.Record, pair => pair.Key);
    }

    /// <summary>The ledger's entries about records, and about licences that these name, staged ones included, by their subject.</summary>
    public ILookup<string, Verification> Ledger(IEnumerable<long> records)
    {
        var about = RowFilter.Selected(
            nameof(LedgerRow.SubjectKey),
            """
            WITH held (Key) AS (
                SELECT key."Key" FROM json_each(?1) AS asked
                CROSS JOIN staging.Reached AS reached ON reached.Id = asked.value CROSS JOIN staging."RecordKeys" AS key ON key."RecordId" = reached.Position
                UNION
                SELECT key."Key" FROM json_each(?1) AS asked CROSS JOIN main."RecordKeys" AS key ON key."RecordId" = asked.value
                UNION
                SELECT kept.Key FROM json_each(?1) AS asked CROSS JOIN staging.Remembered AS kept ON kept.RecordId = asked.value)
            SELECT Key FROM held
            UNION
            SELECT 'licence:' || said."Reference" FROM held CROSS JOIN main."Ledger" AS said ON said."SubjectKey" = held.Key
            WHERE said."Aspect" = 'Licence' AND said."Reference" <> ''
            UNION
            SELECT 'licence:' || said."Reference" FROM held CROSS JOIN staging."Ledger" AS said ON said."SubjectKey" = held.Key
            WHERE said."Aspect" = 'Licence' AND said."Reference" <> ''
            """,
            records);
        return HasLedger
            ? Rows("main", about).Concat(Rows(StagingArea.Schema, about.And("\"Id\" IN (SELECT Position FROM staging.Entered)")))
                .ToLookup(row => row.SubjectKey, LedgerMapping.ToVerification, StringComparer.Ordinal)
            : Enumerable.Empty<Verification>().ToLookup(entry => entry.Subject.Key, StringComparer.Ordinal);
    }

    private List<LedgerRow> Rows(string schema, RowFilter about)
    {
        using var reader = new RowReader<LedgerRow>(context.Connection, [nameof(LedgerRow.Id)], about, schema);
        return [.. reader.Read()];
    }

    private IEnumerable<(long First, long Second)> Pairs(string question)
    {
        using var command = context.Connection.CreateCommand();
        command.CommandText = question;
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return (rows.GetInt64(0), rows.GetInt64(1));
    }
}
