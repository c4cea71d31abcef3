using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>
/// What all network facts together say of a candidate. An "out" beats an "in" that it covers when its method is stronger (insurer's
/// file, then organisation, then self-reported), or as strong and not older. So does an "in" that takes no new patients: an insurer's own
/// word about its contract is not overruled by a list that names the contract and says nothing of patients. Of the "in" facts that stand,
/// one that takes new patients rules before one that does not, so that a further contract never shuts anybody out; then the one closest to
/// what was asked; then the strongest. Computed without allocation: the ranker asks for every candidate.
/// </summary>
/// <param name="Fact">The "in" that lets the candidate pass, else the "out" or the "in" of another day that keeps it away.</param>
internal readonly record struct NetworkRuling(NetworkStatus Status, NetworkScope Scope, NetworkFact? Fact)
{
    public static NetworkRuling Of(in Candidate candidate, MatchQuery query) =>
        query.Network is { } question
            ? Of(candidate.Therapist.Networks, candidate.Place.Address.Zip, question)
            : new NetworkRuling(NetworkStatus.SelfPay, NetworkScope.None, null);

    public static NetworkRuling Of(ImmutableArray<NetworkFact> facts, ZipCode zip, NetworkQuestion question)
    {
        var best = default(NetworkRuling);
        NetworkFact? refusal = null, otherDay = null;
        foreach (var fact in facts)
        {
            if (!Concerns(fact, zip, question) || ScopeOf(fact, question) is not { } scope)
                continue;
            if (!HoldsOn(fact, question.Day))
                otherDay = fact.InNetwork && (otherDay is null || Compare(fact, otherDay) < 0) ? fact : otherDay;
            else if (!fact.InNetwork)
                refusal = refusal is null || Compare(fact, refusal) < 0 ? fact : refusal;
            else if ((best.Fact is null || IsBetter(fact, scope, best.Fact, best.Scope)) && !IsBeaten(fact, facts, zip, question))
                best = new NetworkRuling(NetworkStatus.InNetwork, scope, fact);
        }

        return best.Fact is not null ? best
            : refusal is not null ? new NetworkRuling(NetworkStatus.OutOfNetwork, NetworkScope.None, refusal)
            : new NetworkRuling(NetworkStatus.Unknown, NetworkScope.None, otherDay);
    }

    private static bool Concerns(NetworkFact fact, ZipCode zip, NetworkQuestion question) =>
        question.Payers.Contains(fact.Insurer) && (fact.ListingZip is not { } only || only == zip);

    private static bool HoldsOn(NetworkFact fact, DateOnly day) => !(fact.From > day) && !(fact.To < day);

    private static NetworkScope? ScopeOf(NetworkFact fact, NetworkQuestion question) =>
        fact.Network is not { } network ? NetworkScope.InsurerWide
        : question.PlanNetworks is null ? NetworkScope.OtherNetwork
        : question.IsOfPlan(network) ? NetworkScope.Plan : null;

    private static bool IsBetter(NetworkFact fact, NetworkScope scope, NetworkFact held, NetworkScope heldScope)
    {
        var (takes, heldTakes) = (fact.Accepting != false, held.Accepting != false);
        return takes != heldTakes ? takes
            : scope != heldScope ? scope < heldScope
            : Compare(fact, held) < 0;
    }

    private static bool IsBeaten(NetworkFact held, ImmutableArray<NetworkFact> facts, ZipCode zip, NetworkQuestion question)
    {
        foreach (var fact in facts)
        {
            if (Refuses(fact, held) && Covers(fact, held, question) && Concerns(fact, zip, question) && HoldsOn(fact, question.Day))
                return true;
        }

        return false;
    }

    /// <summary>Says "out"; or that no new patients are taken, where the other does not know better.</summary>
    private static bool Refuses(NetworkFact fact, NetworkFact held) =>
        !fact.InNetwork ? Compare(fact, held) < 0
        : fact.Accepting == false && (fact.Source.Method < held.Source.Method
            ? held.Accepting != false
            : fact.Source.Method == held.Source.Method && held.Accepting is null && fact.Source.AsOf >= held.Source.AsOf);

    /// <summary>A refusal as a whole covers everything of the insurer, one of a network that network, and one of a network of the plan the whole, too.</summary>
    private static bool Covers(NetworkFact refusal, NetworkFact held, NetworkQuestion question) =>
        refusal.Insurer == held.Insurer
        && (refusal.Network is not { } network || network == held.Network || (held.Network is null && question.IsOfPlan(network)));

    /// <summary>
    /// Below zero: the left one is stronger. Method first; between two facts of one direction then the one about this place; then the
    /// newer, then "out".
    /// </summary>
    private static int Compare(NetworkFact left, NetworkFact right)
    {
        var byMethod = left.Source.Method.CompareTo(right.Source.Method);
        if (byMethod != 0)
            return byMethod;
        var byPlace = left.InNetwork == right.InNetwork ? (right.ListingZip is not null).CompareTo(left.ListingZip is not null) : 0;
        if (byPlace != 0)
            return byPlace;
        var byAge = right.Source.AsOf.CompareTo(left.Source.AsOf);
        if (byAge != 0)
            return byAge;
        var byDirection = left.InNetwork.CompareTo(right.InNetwork);
        return byDirection != 0 ? byDirection : string.CompareOrdinal(left.Source.Source, right.Source.Source);
    }
}
