using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>Which listings are in a block, in the order of their places there. They are packed: whoever wants to see one unpacks its therapist.</summary>
internal sealed class BlockListings(PackedTherapist[] therapists, ushort[] ordinals, TherapistUnpacker unpacker)
{
    public int Count => therapists.Length;

    public TherapistUnpacker Unpacker => unpacker;

    public static BlockListings Read(ImageReader from, TherapistShelves therapists, TherapistUnpacker unpacker) =>
        new(Array.ConvertAll(from.Column<TherapistId>(), id => therapists.Find(id)!), from.Column<ushort>(), unpacker);

    public void Write(ImageWriter to)
    {
        to.Column<TherapistId>(Array.ConvertAll(therapists, therapist => therapist.Id));
        to.Column<ushort>(ordinals);
    }

    public PackedTherapist TherapistAt(int place) => therapists[place];

    /// <summary>To be shown: unpacked, and remembered.</summary>
    public IndexedListing Recall(int place) => Packed(place).Of(unpacker.Recall(therapists[place]));

    /// <summary>To make columns from: unpacked anew, without what is only shown.</summary>
    public IndexedListing Unpack(int place) => Packed(place).Of(unpacker.UnpackForColumns(therapists[place]));

    /// <summary>All listings, the same, one after the other.</summary>
    public IEnumerable<IndexedListing> Unpack() => Enumerable.Range(0, Count).Select(Unpack);

    private PackedListing Packed(int place) => new(therapists[place], ordinals[place]);
}
