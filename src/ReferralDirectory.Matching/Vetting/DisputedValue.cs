using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// A dispute is about a value: it ends when the directory says another, and not because a list says the same again. A report denies that
/// somebody takes patients or is in a network; which telephone or which address it denies, the entry has to say.
/// </summary>
internal static class DisputedValue
{
    /// <summary>Does the directory still say it?</summary>
    /// <param name="dispute">The entry of the ledger.</param>
    /// <param name="listings">As resolved.</param>
    /// <param name="networks">As resolved.</param>
    public static bool IsStillSaid(Verification dispute, ImmutableArray<Listing> listings, ImmutableArray<NetworkFact> networks)
    {
        var places = listings.Select(listing => listing.Place).Where(place => dispute.Subject.Zip is null || place.Address.Zip == dispute.Subject.Zip);
        return dispute.Aspect switch
        {
            VerificationAspect.Phone => dispute.Reference.Length == 0 || places.Any(place => place.Phone?.Value == dispute.Reference),
            VerificationAspect.Address => dispute.Reference.Length == 0
                || places.Any(place => PlaceKeys.Of(place.Address) == PlaceKeys.Of(place.Address with { Line1 = dispute.Reference })),
            VerificationAspect.Accepting => places.Any(place => place.Accepting.Value is AcceptingPatients.Yes or AcceptingPatients.Unknown),
            VerificationAspect.Network => networks.Any(fact => fact.InNetwork && DoubtAnswers.AreOfOneInsurer(fact.Insurer.Value, dispute.Reference)
                && (dispute.Subject.Zip is null || fact.ListingZip is null || fact.ListingZip == dispute.Subject.Zip)),
            _ => true,
        };
    }
}
