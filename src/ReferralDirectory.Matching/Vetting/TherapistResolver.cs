using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Makes one therapist of what the sources said and what was checked. Pure and re-runnable: same records and ledger, same profile.</summary>
public static class TherapistResolver
{
    /// <param name="group">The records of one person.</param>
    /// <param name="ledger">The ledger entries whose subject is a key of the group, in any order.</param>
    /// <param name="listingIdOf">The stable id of the listing at a normalised place (see <see cref="PlaceKey"/>).</param>
    public static TherapistProfile Resolve(
        IdentityGroup group, IReadOnlyCollection<Verification> ledger, TherapistId id, long revision, Func<string, ListingId> listingIdOf) =>
        throw new NotSupportedException();

    /// <summary>Two places are one listing when their keys are equal: ZIP and the normalised first line.</summary>
    public static string PlaceKey(PostalAddress address) => throw new NotSupportedException();
}
