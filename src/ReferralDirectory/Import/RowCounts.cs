namespace ReferralDirectory.Import;

/// <summary>What became of the rows of a file.</summary>
/// <param name="Checks">Entries that the ledger gained besides, because of what the rows say.</param>
internal readonly record struct RowCounts(int Added, int Changed, int Unchanged, int Checks = 0)
{
    public bool StoredAnything => Added + Changed + Checks > 0;

    public static RowCounts operator +(RowCounts left, RowCounts right) =>
        new(left.Added + right.Added, left.Changed + right.Changed, left.Unchanged + right.Unchanged, left.Checks + right.Checks);
}
