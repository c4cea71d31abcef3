using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;
using SQLitePCL;

namespace ReferralDirectory.Import;

/// <summary>
/// What the files of a batch say of people, as rows of the staging area: in place of its id a row has its position (files in order, rows in
/// order), in place of the import's id the number of its file.
/// </summary>
internal sealed class StagedFacts : IDisposable
{
    private const int BitsOfRow = 32;

    /// <summary>Records that are written together.</summary>
    private const int RecordsAtOnce = 256;

    private const int ProgressStep = 1_000;

    private readonly StagingArea area;
    private readonly IProgress<ImportProgress>? progress;
    private readonly Lock writing = new();
    private readonly RowInserter<SourceRecordRow> records;
    private readonly RowInserter<RecordKeyRow> keys;
    private readonly RowInserter<LedgerRow> ledger;

    // Of the reader's thread.
    private List<StagedRecord> waiting = new(RecordsAtOnce);
    private Task sent = Task.CompletedTask;
    private bool hasChecks;
    private bool isClosed;
    private int taken;

    /// <param name="area">Where they are staged.</param>
    /// <param name="progress">Hears how much was taken.</param>
    public StagedFacts(StagingArea area, IProgress<ImportProgress>? progress = null)
    {
        (this.area, this.progress) = (area, progress);
        StagingArea.Create<SourceRecordRow>(area.Context, nameof(SourceRecordRow.Id));
        StagingArea.Create<RecordKeyRow>(area.Context, nameof(RecordKeyRow.RecordId), nameof(RecordKeyRow.Key));
        StagingArea.Create<LedgerRow>(area.Context, nameof(LedgerRow.Id));
        area.Context.Run("CREATE TABLE staging.Touched (Key TEXT)");
        records = new RowInserter<SourceRecordRow>(area.Context, schema: StagingArea.Schema);
        keys = new RowInserter<RecordKeyRow>(area.Context, schema: StagingArea.Schema);
        ledger = new RowInserter<LedgerRow>(area.Context, schema: StagingArea.Schema);
        area.Context.Run("BEGIN");
    }

    /// <summary>For writes that bring in nobody: whoever they reach is staged all the same.</summary>
    public static void None(StagingArea area)
    {
        using var facts = new StagedFacts(area);
        facts.Close();
    }

    /// <param name="file">Its number in the batch.</param>
    /// <param name="supplier">Who supplied it; entries of a synthetic one go with the demonstration.</param>
    public IFileFacts Of(int file, Organization? supplier) => new FileFacts(this, file, supplier);

    /// <summary>All files are read.</summary>
    public void Close()
    {
        Settle();
        area.Context.Run("COMMIT");
        isClosed = true;
        area.Context.Run("CREATE INDEX staging.StagedKeys ON \"RecordKeys\" (\"Key\")");
        if (hasChecks)
            area.Context.Run("CREATE INDEX staging.StagedSubjects ON \"Ledger\" (\"SubjectKey\")");
    }

    public void Dispose()
    {
        // Nothing writes any more when this is over, also when the reading failed.
        Task.WaitAny([sent], CancellationToken.None);
        records.Dispose();
        keys.Dispose();
        ledger.Dispose();

        // The connection goes on to others. After some failures SQLite has ended the transaction by itself.
        if (!isClosed && raw.sqlite3_get_autocommit(area.Context.Connection.Handle) == 0)
            area.Context.Run("ROLLBACK");
    }

    /// <summary>Records are written while their reader goes on: the next ones wait until those before them are there.</summary>
    private void Add(StagedRecord record)
    {
        waiting.Add(record);
        if (waiting.Count == RecordsAtOnce)
            Send();
    }

    private void Count()
    {
        if (++taken % ProgressStep == 0)
            progress?.Report(new ImportProgress(ImportStage.Reading, taken, 0));
    }

    private void Send()
    {
        sent.GetAwaiter().GetResult();
        var batch = waiting;
        waiting = new List<StagedRecord>(RecordsAtOnce);
        sent = Task.Run(() => batch.ForEach(Write));
    }

    /// <summary>Every record that was added is there.</summary>
    private void Settle()
    {
        Send();
        sent.GetAwaiter().GetResult();
    }

    private void Write(StagedRecord staged)
    {
        var (position, file, record) = staged;
        var row = new SourceRecordRow
        {
            Id = position,
            Organization = record.Organization,
            MemberKey = record.MemberKey,
            AsOf = record.AsOf,
            Synthetic = record.Synthetic,
            ImportId = file,
            Payload = RecordDocument.Write(record),
        };
        var held = IdentityGrouper.KeysOf(record).Select(subject => subject.Key).Distinct(StringComparer.Ordinal).ToList();
        var watched = IdentityGrouper.WatchedKeysOf(record).Select(subject => subject.Key).Except(held, StringComparer.Ordinal).ToList();
        lock (writing)
        {
            records.Insert(row);
            keys.Insert(held.Select(key => new RecordKeyRow { Key = key, RecordId = row.Id, Watched = false }));
            keys.Insert(watched.Select(key => new RecordKeyRow { Key = key, RecordId = row.Id, Watched = true }));
        }
    }

    /// <summary>What a file says of somebody.</summary>
    private readonly record struct StagedRecord(long Position, int File, SourceRecord Record);

    private sealed class FileFacts(StagedFacts facts, int file, Organization? supplier) : IFileFacts
    {
        private long position = (long)file << BitsOfRow;

        public long Add(SourceRecord record)
        {
            facts.Add(new StagedRecord(++position, file, record));
            facts.Count();
            return position;
        }

        public SourceRecord At(long position)
        {
            facts.Settle();
            lock (facts.writing)
            {
                return RecordDocument.Read(facts.area.Context.Ask<string>($"SELECT \"Payload\" FROM staging.\"SourceRecords\" WHERE \"Id\" = {position}").Single());
            }
        }

        public void Replace(long position, SourceRecord record)
        {
            facts.Settle();
            var payload = RecordDocument.Write(record);
            lock (facts.writing)
                facts.area.Context.Database.ExecuteSql($"UPDATE staging.\"SourceRecords\" SET \"Payload\" = {payload} WHERE \"Id\" = {position}");
        }

        public void Add(Verification entry)
        {
            var row = LedgerMapping.ToRow(entry, LedgerMapping.FingerprintOf(entry), ++position, file, supplier?.Synthetic ?? false);
            lock (facts.writing)
            {
                facts.ledger.Insert(row);
                facts.hasChecks = true;
            }

            facts.Count();
        }
    }
}
