namespace ReferralDirectory.Import;

/// <summary>What became of the rows of a file.</summary>
internal readonly record struct RowCounts(int Added, int Changed, int Unchanged)
{
    public bool StoredAnything => Added + Changed > 0;

    public static RowCounts operator +(RowCounts left, RowCounts right) =>
        new(left.Added + right.Added, left.Changed + right.Changed, left.Unchanged + right.Unchanged);
}
