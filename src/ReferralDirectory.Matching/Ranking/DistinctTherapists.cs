using System.Buffers;
using System.Numerics;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>Tells apart the therapists who have several listings. A table with open addressing in a rented array: this is asked for thousands at a time.</summary>
internal readonly ref struct DistinctTherapists
{
    private readonly long[] table;
    private readonly int mask;

    /// <param name="most">No more will be added.</param>
    public DistinctTherapists(int most)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * most) + 2);
        (table, mask) = (ArrayPool<long>.Shared.Rent(size), size - 1);
        Array.Clear(table, 0, size);
    }

    /// <summary>False: it was there.</summary>
    public bool Add(TherapistId therapist)
    {
        // Zero is an empty place.
        var key = therapist.Value + 1;
        var place = (int)unchecked((ulong)key * 0x9E3779B97F4A7C15UL >> 32) & mask;
        while (table[place] != 0)
        {
            if (table[place] == key)
                return false;
            place = (place + 1) & mask;
        }

        table[place] = key;
        return true;
    }

    public void Dispose() => ArrayPool<long>.Shared.Return(table);
}
