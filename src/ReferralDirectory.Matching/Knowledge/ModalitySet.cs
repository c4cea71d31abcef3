using System.Numerics;

namespace ReferralDirectory.Matching.Knowledge;

/// <summary>A set of modalities, one bit for each place in the catalogue. Meaningful only together with its <see cref="KnowledgeTables"/>.</summary>
public readonly record struct ModalitySet(ulong Bits)
{
    public const int Capacity = 64;

    public static ModalitySet Empty => default;

    public static ModalitySet All => new(ulong.MaxValue);

    public bool IsEmpty => Bits == 0;

    /// <summary>The places in the catalogue, ascending.</summary>
    public IEnumerable<int> Ordinals
    {
        get
        {
            for (var rest = Bits; rest != 0; rest &= rest - 1)
                yield return BitOperations.TrailingZeroCount(rest);
        }
    }

    public static ModalitySet Of(int ordinal) => new(1UL << ordinal);

    public bool Contains(int ordinal) => (Bits >> ordinal & 1) != 0;

    public bool ContainsAll(ModalitySet other) => (Bits & other.Bits) == other.Bits;

    public bool Overlaps(ModalitySet other) => (Bits & other.Bits) != 0;

    public ModalitySet Except(ModalitySet other) => new(Bits & ~other.Bits);

    public static ModalitySet operator |(ModalitySet left, ModalitySet right) => new(left.Bits | right.Bits);

    public static ModalitySet operator &(ModalitySet left, ModalitySet right) => new(left.Bits & right.Bits);
}
