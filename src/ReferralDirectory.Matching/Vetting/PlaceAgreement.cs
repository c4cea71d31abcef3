using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// What other sources say against a fact of a place. A newer list that has the therapist at another place, and not here, speaks against
/// this address and its telephone; sources that differ about this place, and that nobody has checked since, against what they differ in.
/// A list says nothing against what somebody asked for at its primary source.
/// </summary>
public static class PlaceAgreement
{
    /// <summary>Who names another place later knows better; half of those who move keep their telephone.</summary>
    private const int WeightOfAnotherAddress = 2;

    /// <param name="aspect">Address, phone or accepting.</param>
    /// <param name="place">One of the therapist's.</param>
    public static SourceAgreement Of(VerificationAspect aspect, PracticePlace place, TherapistProfile therapist)
    {
        var from = aspect == VerificationAspect.Accepting ? place.Accepting.From : place.From;
        if (from.Method == FactMethod.PrimarySource)
            return default;
        var elsewhere = aspect switch
        {
            VerificationAspect.Address => ListsElsewhere(place, therapist) * WeightOfAnotherAddress,
            VerificationAspect.Phone => ListsElsewhere(place, therapist),
            _ => 0,
        };
        var differing = therapist.Doubts.Any(doubt => doubt.Kind == DoubtKind.SourcesDisagree && doubt.Aspect == aspect && doubt.Zip == place.Address.Zip) ? 1 : 0;
        return new SourceAgreement(Confirming: 0, elsewhere + differing);
    }

    /// <summary>
    /// Newer ones, as good as this place's own source: that one would be named here if it had the place, too. A check of another place is no
    /// list.
    /// </summary>
    private static int ListsElsewhere(PracticePlace place, TherapistProfile therapist)
    {
        var lists = 0;
        foreach (var membership in therapist.Memberships)
        {
            var list = membership.From;
            if (list.Source != place.From.Source && list.Method == place.From.Method && list.AsOf > place.From.AsOf
                && therapist.Listings.Any(listing => listing.Place.From == list))
            {
                lists++;
            }
        }

        return lists;
    }
}
