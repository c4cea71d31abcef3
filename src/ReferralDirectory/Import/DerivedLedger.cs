using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Puts derived entries among the staged ones, at positions of their own behind those that files say.</summary>
internal sealed class DerivedLedger : IDisposable
{
    private readonly RowInserter<LedgerRow> rows;
    private long position = StagedVerifications.DerivedFrom;

    private DerivedLedger(DirectoryContext context) => rows = new RowInserter<LedgerRow>(context, schema: StagingArea.Schema);

    public static void Stage(DirectoryContext context, ReadOnlySpan<IDerivedEntries> derived)
    {
        if (derived.IsEmpty)
            return;
        using (var ledger = new DerivedLedger(context))
        {
            foreach (var entries in derived)
                entries.Stage(context, ledger);
        }

        context.Run("CREATE INDEX IF NOT EXISTS staging.StagedSubjects ON \"Ledger\" (\"SubjectKey\")");
    }

    /// <param name="entry">What follows.</param>
    /// <param name="file">The number of the file because of which.</param>
    /// <param name="synthetic">Whether it is about an invented person.</param>
    public void Add(Verification entry, int file, bool synthetic) =>
        rows.Insert(LedgerMapping.ToRow(entry, LedgerMapping.FingerprintOf(entry), ++position, file, synthetic));

    public void Dispose() => rows.Dispose();
}
