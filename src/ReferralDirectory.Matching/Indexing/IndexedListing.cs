using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>One of a therapist's listings as an index keeps it.</summary>
/// <param name="Ordinal">Its place among the therapist's listings.</param>
internal readonly record struct PackedListing(PackedTherapist Therapist, ushort Ordinal)
{
    public IndexedListing Of(CompiledTherapist unpacked) => new(this, unpacked, unpacked.Profile.Listings[Ordinal]);
}

/// <summary>A listing, unpacked: what columns are made from.</summary>
internal readonly record struct IndexedListing(PackedListing Packed, CompiledTherapist Therapist, Listing Listing)
{
    public static IEnumerable<IndexedListing> Of(PackedTherapist therapist, CompiledTherapist unpacked) =>
        unpacked.Profile.Listings.Select((listing, ordinal) => new IndexedListing(new PackedListing(therapist, checked((ushort)ordinal)), unpacked, listing));

    public Candidate ToCandidate(VisitMode mode, Miles distance) => new(Therapist, Listing, mode, distance);
}

/// <summary>Where a listing lies on the space-filling curve; the id tells those apart that lie on one spot.</summary>
internal readonly record struct CurvePlace(int Key, ListingId Id) : IComparable<CurvePlace>
{
    public static CurvePlace Of(Listing listing) => new(HilbertOrder.KeyOf(listing.Place.Point), listing.Id);

    public int CompareTo(CurvePlace other) => Key != other.Key ? Key.CompareTo(other.Key) : Id.CompareTo(other.Id);
}
