using System.Numerics;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>A set of modalities for each listing of a block, transposed: a row of listings for each modality.</summary>
internal sealed class ModalityRows
{
    private readonly ulong[]?[] rows = new ulong[]?[ModalitySet.Capacity];

    public ModalityRows(ReadOnlySpan<IndexedListing> entries, Func<CompiledTherapist, ModalitySet> setOf)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            for (var rest = setOf(entries[i].Therapist).Bits; rest != 0; rest &= rest - 1)
                Bits.Set(ref rows[BitOperations.TrailingZeroCount(rest)], i);
        }
    }

    public ModalityRows(ImageReader from) => from.Rows(rows);

    /// <param name="modality">Its place in the catalogue.</param>
    public ulong[]? this[int modality] => rows[modality];

    public void Write(ImageWriter to) => to.Rows(rows);
}
