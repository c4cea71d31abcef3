using System.Numerics;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>A set of modalities for each listing of a block, transposed: a row of listings for each modality.</summary>
internal sealed class ModalityRows
{
    private readonly ulong[]?[] rows = new ulong[]?[ModalitySet.Capacity];

    /// <summary>Of nobody yet.</summary>
    public ModalityRows()
    {
    }

    public ModalityRows(ImageReader from) => from.Rows(rows);

    /// <param name="modality">Its place in the catalogue.</param>
    public ulong[]? this[int modality] => rows[modality];

    /// <summary>While the block is made.</summary>
    public void Add(int place, ModalitySet set)
    {
        for (var rest = set.Bits; rest != 0; rest &= rest - 1)
            Bits.Set(ref rows[BitOperations.TrailingZeroCount(rest)], place);
    }

    public void Write(ImageWriter to) => to.Rows(rows);
}
