using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>The records that a change can reach through shared keys, and the ledger's entries about them.</summary>
internal sealed class AffectedRecords
{
    private readonly Dictionary<(Code<Organization>, string), SourceRecordRow> rows;
    private readonly ILookup<string, Verification> ledger;

    private AffectedRecords(DirectoryContext context, List<SourceRecordRow> rows, TouchedRecords touched)
    {
        this.rows = rows.ToDictionary(row => (row.Organization, row.MemberKey));
        Records = [.. rows.Select(row => touched.Written(row.Organization, row.MemberKey) ?? StoreJson.Read<SourceRecord>(row.Payload))];
        string[] keys = [.. Records.SelectMany(IdentityGrouper.KeysOf).Select(subject => subject.Key).Distinct(StringComparer.Ordinal)];
        ledger = context.Ledger.AsNoTracking().Where(row => EF.Parameter(keys).Contains(row.SubjectKey)).AsEnumerable()
            .ToLookup(row => row.SubjectKey, LedgerMapping.ToVerification, StringComparer.Ordinal);
    }

    /// <summary>In the order in which they first came in.</summary>
    public IReadOnlyList<SourceRecord> Records { get; }

    public IEnumerable<long> TherapistIds => rows.Values.Select(row => row.TherapistId).OfType<long>().Distinct();

    /// <summary>All records that share a key with one that has one of the keys, and so on until no more are found.</summary>
    public static AffectedRecords Reach(DirectoryContext context, TouchedRecords touched)
    {
        var json = JsonSerializer.Serialize(touched.Keys);
        return new AffectedRecords(context, context.SourceRecords.FromSql(
            $"""
            WITH RECURSIVE reached (RecordId) AS (
                SELECT held."RecordId" FROM json_each({json}) AS touched JOIN "RecordKeys" AS held ON held."Key" = touched.value
                UNION
                SELECT other."RecordId" FROM reached
                JOIN "RecordKeys" AS mine ON mine."RecordId" = reached.RecordId
                JOIN "RecordKeys" AS other ON other."Key" = mine."Key")
            SELECT * FROM "SourceRecords" WHERE "Id" IN (SELECT RecordId FROM reached) ORDER BY "Id"
            """).AsNoTracking().ToList(), touched);
    }

    public static AffectedRecords All(DirectoryContext context) => new(context, [.. context.SourceRecords.AsNoTracking().OrderBy(row => row.Id)], new TouchedRecords());

    public SourceRecordRow RowOf(SourceRecord record) => rows[(record.Organization, record.MemberKey)];

    public List<Verification> LedgerOf(IdentityGroup group) =>
        [.. group.Records.SelectMany(IdentityGrouper.KeysOf).Select(subject => subject.Key).Distinct(StringComparer.Ordinal).SelectMany(key => ledger[key])];
}
