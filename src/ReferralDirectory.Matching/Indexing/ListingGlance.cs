using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>What a search asks of a listing before anything else, side by side in memory: where it is, whose, and what its therapist offers.</summary>
/// <param name="point">Where it is.</param>
/// <param name="therapist">Whose listing it is.</param>
/// <param name="offered">By the therapist.</param>
/// <param name="documented">With enough documented hours.</param>
internal readonly struct ListingGlance(UnitVector point, TherapistId therapist, ModalitySet offered, ModalitySet documented)
{
    public UnitVector Point { get; } = point;

    public TherapistId Therapist { get; } = therapist;

    public ModalitySet Offered { get; } = offered;

    public ModalitySet Documented { get; } = documented;

    /// <summary>Those of a block.</summary>
    public static ListingGlance[] Of(BlockListings listings, UnitVector[] points, FixedColumns always)
    {
        var (offered, documented) = (always.Offering.ToSets(listings.Count), always.Documented.ToSets(listings.Count));
        var glances = new ListingGlance[listings.Count];
        for (var place = 0; place < glances.Length; place++)
            glances[place] = new ListingGlance(points[place], listings.TherapistAt(place).Id, offered[place], documented[place]);
        return glances;
    }
}
