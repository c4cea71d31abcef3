using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Browsing;

/// <summary>
/// Is a therapist in an insurer's network at a listing on a day? As the gate decides it: an "in" stands unless an "out" that covers it
/// is known by a stronger method, or by as strong a one about this very place, or is not older.
/// </summary>
internal static class NetworkStanding
{
    public static bool IsIn(TherapistProfile therapist, Listing listing, Code<Insurer> insurer, Code<Plan>? plan, DateOnly day, KnowledgeTables knowledge)
    {
        var asked = plan is { } named ? knowledge.Find(insurer, named) : null;
        var facts = therapist.Networks.Where(fact => fact.Insurer == insurer && HoldsOn(fact, day) && HoldsAt(fact, listing)).ToList();
        return facts.Any(held => held.InNetwork && Serves(held, asked) && !facts.Any(fact => !fact.InNetwork && Covers(fact, held, asked) && Strength(fact).CompareTo(Strength(held)) <= 0));
    }

    private static bool HoldsOn(NetworkFact fact, DateOnly day) => !(fact.From > day) && !(fact.To < day);

    private static bool HoldsAt(NetworkFact fact, Listing listing) => fact.ListingZip is not { } zip || zip == listing.Place.Address.Zip;

    // A fact about the insurer as a whole serves every plan of it.
    private static bool Serves(NetworkFact fact, Plan? plan) => plan is null || fact.Network is not { } network || plan.Networks.Contains(network);

    private static bool Covers(NetworkFact outFact, NetworkFact held, Plan? plan) =>
        outFact.Network is not { } network || network == held.Network || (held.Network is null && plan is not null && plan.Networks.Contains(network));

    /// <summary>The lower, the stronger.</summary>
    private static (FactMethod Method, bool Everywhere, int Age) Strength(NetworkFact fact) =>
        (fact.Source.Method, fact.ListingZip is null, -fact.Source.AsOf.DayNumber);
}
