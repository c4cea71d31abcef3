using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Browsing;

/// <summary>
/// Is a therapist in an insurer's network at a listing on a day? Of the facts that apply, the one known best decides: the strongest
/// method, then the newest, and "out" where both are said.
/// </summary>
internal static class NetworkStanding
{
    public static bool IsIn(TherapistProfile therapist, Listing listing, Code<Insurer> insurer, Code<Plan>? plan, DateOnly day, KnowledgeTables knowledge)
    {
        var wanted = plan is { } named ? knowledge.Find(insurer, named) : null;
        return therapist.Networks
            .Where(fact => fact.Insurer == insurer && HoldsOn(fact, day) && HoldsAt(fact, listing) && Serves(fact, wanted))
            .GroupBy(fact => fact.Network)
            .Any(network => Ruling(network).InNetwork);
    }

    private static NetworkFact Ruling(IEnumerable<NetworkFact> facts) =>
        facts.OrderBy(fact => fact.Source.Method).ThenByDescending(fact => fact.Source.AsOf).ThenBy(fact => fact.InNetwork).First();

    private static bool HoldsOn(NetworkFact fact, DateOnly day) => (fact.From is null || fact.From <= day) && (fact.To is null || day <= fact.To);

    private static bool HoldsAt(NetworkFact fact, Listing listing) => fact.ListingZip is null || fact.ListingZip == listing.Place.Address.Zip;

    // A fact about the insurer as a whole serves every plan of it.
    private static bool Serves(NetworkFact fact, Plan? plan) => plan is null || fact.Network is null || plan.Networks.Contains(fact.Network.Value);
}
