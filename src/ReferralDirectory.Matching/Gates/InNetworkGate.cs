using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>
/// A fact says "in" on the service date: for a network of the plan, or for the insurer as a whole. Without a plan any network of the
/// insurer serves. An "out" beats an "in" that it covers when its method is stronger (insurer's file, then organisation, then
/// self-reported), or as strong and not older. Whoever pays for himself passes.
/// </summary>
internal static class InNetworkGate
{
    public static bool Passes(in Candidate candidate, MatchQuery query) => Decide(candidate, query).Status is NetworkStatus.InNetwork or NetworkStatus.SelfPay;

    /// <summary>Would pass if no plan had been asked for.</summary>
    public static bool PassesInsurerWide(in Candidate candidate, MatchQuery query) =>
        Decide(candidate, query, wholeInsurer: true).Status is NetworkStatus.InNetwork or NetworkStatus.SelfPay;

    public static GateOutcome Explain(in Candidate candidate, MatchQuery query)
    {
        var evidence = Evidence(candidate, query);
        var code = evidence.Status switch
        {
            NetworkStatus.SelfPay => "self-pay",
            NetworkStatus.InNetwork => evidence.ConfirmedFor switch
            {
                NetworkScope.Plan => "plan-network",
                NetworkScope.InsurerWide => "insurer-wide",
                _ => "other-network",
            },
            NetworkStatus.OutOfNetwork => "out-of-network",
            _ => evidence.Fact is null ? "no-network-fact" : "network-lapsed",
        };
        return new GateOutcome(GateId.InNetwork, Passes(candidate, query), code, evidence);
    }

    public static NetworkEvidence Evidence(in Candidate candidate, MatchQuery query)
    {
        var (status, scope, fact) = Decide(candidate, query);
        return new NetworkEvidence(status, scope, fact, fact is null ? null : Math.Max(0, query.Criteria.AsOf.DayNumber - fact.Source.AsOf.DayNumber));
    }

    /// <summary>The ruling fact: the "in" that lets the candidate pass, else the "out" or the lapsed one that keeps it away.</summary>
    public static (NetworkStatus Status, NetworkScope Scope, NetworkFact? Fact) Decide(in Candidate candidate, MatchQuery query, bool wholeInsurer = false)
    {
        if (query.Criteria.Coverage.Kind == CoverageKind.SelfPay)
            return (NetworkStatus.SelfPay, NetworkScope.None, null);

        var planAsked = !wholeInsurer && query.Criteria.Coverage.Plan is not null;
        NetworkFact? best = null, lapsed = null, out_ = null;
        var bestScope = NetworkScope.None;
        foreach (var fact in candidate.Therapist.Networks)
        {
            if (!Concerns(fact, candidate, query) || ScopeOf(fact, query, planAsked) is not { } scope)
                continue;
            if (!HoldsOn(fact, query.Criteria.ServiceDate))
                lapsed = fact.InNetwork ? fact : lapsed;
            else if (!fact.InNetwork)
                out_ = out_ is null || Compare(fact, out_) < 0 ? fact : out_;
            else if ((best is null || (scope, 0).CompareTo((bestScope, Compare(best, fact) > 0 ? 1 : 0)) < 0) && !IsBeaten(fact, scope, candidate, query, planAsked))
                (best, bestScope) = (fact, scope);
        }

        return best is not null ? (NetworkStatus.InNetwork, bestScope, best)
            : out_ is not null ? (NetworkStatus.OutOfNetwork, NetworkScope.None, out_)
            : (NetworkStatus.Unknown, NetworkScope.None, lapsed);
    }

    private static bool Concerns(NetworkFact fact, in Candidate candidate, MatchQuery query) =>
        query.Payers.Contains(fact.Insurer) && (fact.ListingZip is not { } zip || zip == candidate.Place.Address.Zip);

    private static bool HoldsOn(NetworkFact fact, DateOnly day) => !(fact.From > day) && !(fact.To < day);

    private static NetworkScope? ScopeOf(NetworkFact fact, MatchQuery query, bool planAsked) =>
        fact.Network is not { } network ? NetworkScope.InsurerWide
        : !planAsked ? NetworkScope.OtherNetwork
        : query.PlanNetworks.Contains(network) ? NetworkScope.Plan : null;

    private static bool IsBeaten(NetworkFact held, NetworkScope scope, in Candidate candidate, MatchQuery query, bool planAsked)
    {
        foreach (var fact in candidate.Therapist.Networks)
        {
            var covers = fact.Insurer == held.Insurer
                && (fact.Network is null || fact.Network == held.Network || (planAsked && scope == NetworkScope.InsurerWide && query.PlanNetworks.Contains(fact.Network.Value)));
            if (!fact.InNetwork && covers && Concerns(fact, candidate, query) && HoldsOn(fact, query.Criteria.ServiceDate) && Compare(fact, held) <= 0)
                return true;
        }

        return false;
    }

    /// <summary>Below zero: the left one is stronger. Method first, then a fact about this place, then the newer, then "out".</summary>
    private static int Compare(NetworkFact left, NetworkFact right)
    {
        var byMethod = left.Source.Method.CompareTo(right.Source.Method);
        if (byMethod != 0)
            return byMethod;
        var byPlace = (right.ListingZip is null ? 0 : 1) - (left.ListingZip is null ? 0 : 1);
        if (byPlace != 0)
            return byPlace;
        var byAge = right.Source.AsOf.CompareTo(left.Source.AsOf);
        if (byAge != 0)
            return byAge;
        var byDirection = left.InNetwork.CompareTo(right.InNetwork);
        return byDirection != 0 ? byDirection : string.CompareOrdinal(left.Source.Source, right.Source.Source);
    }
}
