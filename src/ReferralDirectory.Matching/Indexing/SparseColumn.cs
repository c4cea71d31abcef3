using System.Numerics;
using ReferralDirectory.Matching.Images;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>A value for each listing in a row of bits, and for no other.</summary>
internal sealed class SparseColumn<T>
    where T : unmanaged
{
    private readonly ushort[] before = new ushort[Bits.Words];
    private readonly T[] values;

    /// <param name="row">Whose listings have a value.</param>
    /// <param name="values">In the order of the listings.</param>
    public SparseColumn(ulong[] row, IEnumerable<T> values)
        : this(row, [.. values])
    {
    }

    public SparseColumn(ImageReader from)
        : this(from.Column<ulong>(), from.Column<T>())
    {
    }

    private SparseColumn(ulong[] row, T[] values)
    {
        (Row, this.values) = (row, values);
        for (var word = 1; word < Bits.Words; word++)
            before[word] = (ushort)(before[word - 1] + BitOperations.PopCount(row[word - 1]));
    }

    public ulong[] Row { get; }

    /// <param name="place">Of a listing in <see cref="Row"/>.</param>
    public T this[int place]
    {
        get
        {
            var earlier = Row[place / Bits.PerWord] & ((1UL << (place % Bits.PerWord)) - 1);
            return values[before[place / Bits.PerWord] + BitOperations.PopCount(earlier)];
        }
    }

    public void Write(ImageWriter to)
    {
        to.Column<ulong>(Row);
        to.Column<T>(values);
    }
}
