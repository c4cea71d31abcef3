using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Files that go in together.</summary>
/// <param name="Files">All of them are stored, or none.</param>
internal sealed record ImportBatch(IReadOnlyList<ImportRequest> Files)
{
    /// <summary>The demonstration's older ledger entries leave first: its days are counted anew.</summary>
    public bool ForgetInventedChecks { get; init; }

    /// <summary>Asked inside the transaction: does the store still stand where this batch was decided on? If not, nothing is stored.</summary>
    public Func<StoreStateRow, bool>? OnlyIf { get; init; }

    /// <summary>Notes in the same transaction what the files make of the store, even when it holds all of them already.</summary>
    public Action<StoreStateRow>? Mark { get; init; }
}
