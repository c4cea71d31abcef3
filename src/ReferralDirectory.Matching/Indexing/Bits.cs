using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Rows of bits, one bit for each listing of a <see cref="Block"/>: a gate is a few vector operations on them. A row that would be empty
/// is not kept: it is null.
/// </summary>
internal static class Bits
{
    public const int PerWord = 64;

    /// <summary>Words in a row.</summary>
    public const int Words = Block.Capacity / PerWord;

    /// <summary>A row without a bit.</summary>
    public static readonly ulong[] None = new ulong[Words];

    /// <summary>Stretches of rows that are worked on begin and end at multiples of this many words.</summary>
    public static int WordsPerVector => Vector256<ulong>.Count;

    public static void And(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        if (other.IsEmpty)
        {
            row.Clear();
            return;
        }

        var left = Vectors(row);
        var right = Vectors(other)[..left.Length];
        for (var i = 0; i < left.Length; i++)
            left[i] &= right[i];
    }

    public static void AndNot(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        if (other.IsEmpty)
            return;
        var left = Vectors(row);
        var right = Vectors(other)[..left.Length];
        for (var i = 0; i < left.Length; i++)
            left[i] = Vector256.AndNot(left[i], right[i]);
    }

    public static void Or(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        if (other.IsEmpty)
            return;
        var left = Vectors(row);
        var right = Vectors(other)[..left.Length];
        for (var i = 0; i < left.Length; i++)
            left[i] |= right[i];
    }

    /// <summary>Is a bit of the row not in the other?</summary>
    public static bool IsAnyOutside(ReadOnlySpan<ulong> row, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < row.Length; word++)
        {
            if ((other.IsEmpty ? row[word] : row[word] & ~other[word]) != 0)
                return true;
        }

        return false;
    }

    public static int Count(ReadOnlySpan<ulong> row)
    {
        var count = 0;
        foreach (var word in row)
            count += BitOperations.PopCount(word);
        return count;
    }

    public static bool Contains(ulong[]? row, int place) => row is not null && (row[place / PerWord] >> (place % PerWord) & 1) != 0;

    /// <summary>The places of the bits that are set, in rising order.</summary>
    public static IEnumerable<int> Places(ulong[] row)
    {
        for (var word = 0; word < row.Length; word++)
        {
            for (var rest = row[word]; rest != 0; rest &= rest - 1)
                yield return (word * PerWord) + BitOperations.TrailingZeroCount(rest);
        }
    }

    /// <summary>Sets a bit, and makes the row when it is the first.</summary>
    public static void Set(ref ulong[]? row, int place) => (row ??= new ulong[Words])[place / PerWord] |= 1UL << (place % PerWord);

    /// <summary>Sets the bits of the first so many listings.</summary>
    public static void SetFirst(Span<ulong> row, int count)
    {
        row[..(count / PerWord)].Fill(ulong.MaxValue);
        if (count % PerWord != 0)
            row[count / PerWord] |= (1UL << (count % PerWord)) - 1;
    }

    private static Span<Vector256<ulong>> Vectors(Span<ulong> row) => MemoryMarshal.Cast<ulong, Vector256<ulong>>(row);

    private static ReadOnlySpan<Vector256<ulong>> Vectors(ReadOnlySpan<ulong> row) => MemoryMarshal.Cast<ulong, Vector256<ulong>>(row);
}
