using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Gates;

/// <summary>
/// A fact says "in" on the service date: for a network of the plan, or for the insurer as a whole. Without a plan any network of the
/// insurer serves. Whoever pays for himself passes. Which fact rules is told by <see cref="NetworkRuling"/>.
/// </summary>
internal static class InNetworkGate
{
    public static bool Passes(in Candidate candidate, MatchQuery query) => Passes(NetworkRuling.Of(candidate, query).Status);

    public static GateOutcome Explain(CandidateFacts facts)
    {
        var evidence = facts.Network;
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
        return new GateOutcome(GateId.InNetwork, Passes(evidence.Status), code, evidence);
    }

    private static bool Passes(NetworkStatus status) => status is NetworkStatus.InNetwork or NetworkStatus.SelfPay;

    public static NetworkEvidence Evidence(in NetworkRuling ruling, MatchQuery query)
    {
        var (status, scope, fact) = ruling;
        return new NetworkEvidence(status, scope, fact, fact is null ? null : Math.Max(0, query.Criteria.AsOf.DayNumber - fact.Source.AsOf.DayNumber));
    }
}
