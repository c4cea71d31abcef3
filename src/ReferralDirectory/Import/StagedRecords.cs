using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// What the staged records of a batch are to the store: new, changed, known already, or older than what it holds. A record replaces the
/// older one of the same member, whole. Those to be written stand in the table <c>Written</c>, with the ids that they will have; keys that
/// only an older one gives stand in the table <c>Remembered</c>, so that it does not matter which of two came first.
/// </summary>
internal sealed class StagedRecords
{
    private readonly WriteUnit unit;

    private StagedRecords(WriteUnit unit) => this.unit = unit;

    public static StagedRecords Judge(WriteUnit unit)
    {
        var database = unit.Context.Database;
        database.ExecuteSql(
            $"""
            CREATE TABLE staging.Judged (Position INTEGER PRIMARY KEY, File INTEGER, HeldId INTEGER, TherapistId INTEGER, Became TEXT);
            CREATE TABLE staging.Written (Id INTEGER PRIMARY KEY, Position INTEGER, HeldId INTEGER, TherapistId INTEGER);
            INSERT INTO staging.Judged
            SELECT said."Id", said."ImportId", held."Id", held."TherapistId",
                CASE WHEN held."Id" IS NULL THEN {nameof(Became.Added)} WHEN said."AsOf" < held."AsOf" THEN {nameof(Became.Older)}
                    WHEN said."Payload" = held."Payload" THEN {nameof(Became.Unchanged)} ELSE {nameof(Became.Changed)} END
            FROM staging."SourceRecords" AS said
            LEFT JOIN main."SourceRecords" AS held ON held."Organization" = said."Organization" AND held."MemberKey" = said."MemberKey"
            ORDER BY said."Id";
            INSERT INTO staging.Written SELECT HeldId, Position, HeldId, TherapistId FROM staging.Judged WHERE Became = {nameof(Became.Changed)};
            INSERT INTO staging.Written
            SELECT (SELECT COALESCE(MAX("Id"), 0) FROM main."SourceRecords") + ROW_NUMBER() OVER (ORDER BY Position), Position, NULL, NULL
            FROM staging.Judged WHERE Became = {nameof(Became.Added)} ORDER BY Position;
            CREATE TABLE staging.Remembered (RecordId INTEGER, Key TEXT, PRIMARY KEY (RecordId, Key)) WITHOUT ROWID;
            INSERT OR IGNORE INTO staging.Remembered
            SELECT judged.HeldId, said."Key" FROM staging.Judged AS judged CROSS JOIN staging."RecordKeys" AS said ON said."RecordId" = judged.Position
            WHERE judged.Became = {nameof(Became.Older)}
                AND NOT EXISTS (SELECT 1 FROM main."RecordKeys" AS held WHERE held."Key" = said."Key" AND held."RecordId" = judged.HeldId);
            """);
        return new StagedRecords(unit);
    }

    /// <summary>Did older records give keys that are watched from now on?</summary>
    public bool RememberKeys => unit.Context.Ask<bool>($"SELECT EXISTS (SELECT 1 FROM staging.Remembered)").Single();

    /// <param name="file">The number of the file.</param>
    /// <param name="errors">Takes a warning about records that are older than the stored ones, which stay.</param>
    public RowCounts CountsOf(int file, ImportErrors errors)
    {
        var older = Count(file, Became.Older);
        if (older > 0)
            errors.Warn(null, null, "older-than-stored", older.ToString(CultureInfo.InvariantCulture), "Records older than the stored ones of the same members were left out.");
        return new RowCounts(Count(file, Became.Added), Count(file, Became.Changed), Count(file, Became.Unchanged) + older);
    }

    /// <summary>
    /// Brings the records and their keys into the store, each with the therapist that it was resolved into. Keys that a record no longer
    /// gives are watched from now on.
    /// </summary>
    /// <param name="firstImport">The id of the batch's first file.</param>
    public void Publish(long firstImport)
    {
        var overwrite = RowInserter<SourceRecordRow>.OnConflict(unit.Context);
        unit.Context.Run(
            $"""
            INSERT INTO main."SourceRecords" ("Id", "Organization", "MemberKey", "AsOf", "Synthetic", "TherapistId", "ImportId", "Payload")
            SELECT written.Id, said."Organization", said."MemberKey", said."AsOf", said."Synthetic", resolved.TherapistId, said."ImportId" + {firstImport}, said."Payload"
            FROM staging.Written AS written
            CROSS JOIN staging."SourceRecords" AS said ON said."Id" = written.Position
            CROSS JOIN staging.Resolved AS resolved ON resolved.RecordId = written.Id
            WHERE TRUE ORDER BY written.Id {overwrite};
            UPDATE main."RecordKeys" SET "Watched" = 1 WHERE "RecordId" IN (SELECT HeldId FROM staging.Written WHERE HeldId IS NOT NULL) AND NOT EXISTS (
                SELECT 1 FROM staging.Written AS written CROSS JOIN staging."RecordKeys" AS said ON said."RecordId" = written.Position
                WHERE written.Id = main."RecordKeys"."RecordId" AND said."Key" = main."RecordKeys"."Key");
            INSERT INTO main."RecordKeys" ("Key", "RecordId", "Watched")
            SELECT key."Key", written.Id, key."Watched" FROM staging.Written AS written CROSS JOIN staging."RecordKeys" AS key ON key."RecordId" = written.Position
            WHERE TRUE ORDER BY key."Key", written.Id
            ON CONFLICT ("Key", "RecordId") DO UPDATE SET "Watched" = excluded."Watched" WHERE "Watched" <> excluded."Watched";
            INSERT OR IGNORE INTO main."RecordKeys" ("Key", "RecordId", "Watched") SELECT Key, RecordId, 1 FROM staging.Remembered;
            """);
    }

    private int Count(int file, Became became) =>
        unit.Context.Ask<int>($"SELECT COUNT(*) FROM staging.Judged WHERE File = {file} AND Became = {became.ToString()}").Single();
}

/// <summary>What a staged record is to the store.</summary>
internal enum Became { Added, Changed, Unchanged, Older }
