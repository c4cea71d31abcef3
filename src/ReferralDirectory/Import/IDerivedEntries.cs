using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>Entries of the ledger that no file says, but that follow from what files say and the store holds.</summary>
internal interface IDerivedEntries
{
    /// <summary>Adds them.</summary>
    /// <param name="context">Sees the store, and what the files said as it was staged and judged.</param>
    /// <param name="ledger">Takes them.</param>
    void Stage(DirectoryContext context, DerivedLedger ledger);
}
