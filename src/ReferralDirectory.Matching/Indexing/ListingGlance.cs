using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>What a search asks of a listing before anything else, side by side in memory: where it is, whose, and what its therapist offers.</summary>
/// <param name="point">Is kept to about a foot.</param>
/// <param name="therapist">Whose listing it is.</param>
/// <param name="offered">By the therapist.</param>
/// <param name="documented">With enough documented hours.</param>
internal readonly struct ListingGlance(UnitVector point, TherapistId therapist, ModalitySet offered, ModalitySet documented)
{
    /// <summary>More than a chord can change by keeping points as three numbers of single precision.</summary>
    private const double Blur = 1e-7;

    private readonly float x = (float)point.X, y = (float)point.Y, z = (float)point.Z;

    public TherapistId Therapist { get; } = therapist;

    public ModalitySet Offered { get; } = offered;

    public ModalitySet Documented { get; } = documented;

    /// <summary>Those of a block.</summary>
    public static ListingGlance[] Of(BlockListings listings, BlockPoints points, FixedColumns always)
    {
        var (offered, documented) = (always.Offering.ToSets(listings.Count), always.Documented.ToSets(listings.Count));
        var glances = new ListingGlance[listings.Count];
        for (var place = 0; place < glances.Length; place++)
            glances[place] = new ListingGlance(points[place], listings.TherapistAt(place).Id, offered[place], documented[place]);
        return glances;
    }

    /// <summary>The listing is no nearer.</summary>
    public double LeastChordTo(UnitVector other) => Math.Max(0, Math.Sqrt(other.SquaredChordTo(new UnitVector(x, y, z))) - Blur);
}
