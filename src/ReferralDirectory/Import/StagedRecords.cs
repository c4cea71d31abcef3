using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Stores what an organisation says of its members: a record replaces the older one of the same member, whole.</summary>
internal static class StagedRecords
{
    /// <param name="unit">The transaction.</param>
    /// <param name="staged">The records of a file.</param>
    /// <param name="import">The import they came with.</param>
    /// <param name="touched">Takes every record that changes, and its keys, old and new.</param>
    /// <param name="errors">Takes a warning about records that are older than the stored ones, which stay.</param>
    public static RowCounts Store(WriteUnit unit, IReadOnlyCollection<SourceRecord> staged, ImportId import, TouchedRecords touched, ImportErrors errors)
    {
        if (staged.Count == 0)
            return default;
        var stored = StoredRecords(unit.Context, staged);
        var nextId = (unit.Context.SourceRecords.Max(row => (long?)row.Id) ?? 0) + 1;
        var rows = new List<SourceRecordRow>();
        var keys = new List<RecordKeyRow>();
        var replaced = new List<long>();
        var older = 0;
        foreach (var record in staged)
        {
            var payload = StoreJson.Write(record);
            var old = stored.GetValueOrDefault((record.Organization, record.MemberKey));
            if (old?.AsOf > record.AsOf)
                older++;
            if (old is not null && (old.AsOf > record.AsOf || string.Equals(old.Payload, payload, StringComparison.Ordinal)))
                continue;
            if (old is not null)
                replaced.Add(old.Id);

            var row = RowOf(record, payload, old?.Id ?? nextId++, old?.TherapistId, import);
            rows.Add(row);
            touched.NoteWritten(record);
            keys.AddRange(KeysOf(record).Select(key => new RecordKeyRow { Key = key, RecordId = row.Id }));
        }

        touched.Keys.UnionWith(DropKeys(unit.Context, replaced));
        touched.Keys.UnionWith(keys.Select(key => key.Key));
        Write(unit.Context, rows, keys);
        if (older > 0)
            errors.Warn(null, null, "older-than-stored", older.ToString(CultureInfo.InvariantCulture), "Records older than the stored ones of the same members were left out.");
        return new RowCounts(rows.Count - replaced.Count, replaced.Count, staged.Count - rows.Count);
    }

    private static Dictionary<(Code<Organization>, string), SourceRecordRow> StoredRecords(DirectoryContext context, IReadOnlyCollection<SourceRecord> staged)
    {
        var stored = new Dictionary<(Code<Organization>, string), SourceRecordRow>();
        foreach (var members in staged.GroupBy(record => record.Organization, record => record.MemberKey))
        {
            string[] memberKeys = [.. members];
            foreach (var row in context.SourceRecords.AsNoTracking()
                .Where(row => row.Organization == members.Key && EF.Parameter(memberKeys).Contains(row.MemberKey)))
            {
                stored.Add((row.Organization, row.MemberKey), row);
            }
        }

        return stored;
    }

    private static SourceRecordRow RowOf(SourceRecord record, string payload, long id, long? therapistId, ImportId import) => new()
    {
        Id = id,
        Organization = record.Organization,
        MemberKey = record.MemberKey,
        AsOf = record.AsOf,
        Synthetic = record.Synthetic,
        TherapistId = therapistId,
        ImportId = import.Value,
        Payload = payload,
    };

    private static IEnumerable<string> KeysOf(SourceRecord record) => IdentityGrouper.KeysOf(record).Select(subject => subject.Key).Distinct(StringComparer.Ordinal);

    /// <summary>Takes the keys of records out, and says which they were.</summary>
    private static List<string> DropKeys(DirectoryContext context, List<long> recordIds)
    {
        if (recordIds.Count == 0)
            return [];
        long[] ids = [.. recordIds];
        var rows = context.RecordKeys.Where(row => EF.Parameter(ids).Contains(row.RecordId));
        var keys = rows.Select(row => row.Key).ToList();
        rows.ExecuteDelete();
        return keys;
    }

    private static void Write(DirectoryContext context, List<SourceRecordRow> rows, List<RecordKeyRow> keys)
    {
        using var recordInserter = new RowInserter<SourceRecordRow>(context, replace: true);
        recordInserter.Insert(rows);
        using var keyInserter = new RowInserter<RecordKeyRow>(context);
        keyInserter.Insert(keys);
    }
}
