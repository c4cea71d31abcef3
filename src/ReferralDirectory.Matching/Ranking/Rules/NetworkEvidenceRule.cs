using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking.Rules;

/// <summary>
/// How far the network fact can be trusted: insurer's file 1, organisation .7, self-reported .4; times .6 when it is not about the plan
/// that was asked for; halved for every 180 days of age. Self-pay is .5 for all.
/// </summary>
internal static class NetworkEvidenceRule
{
    private const double HalfLifeDays = 180;

    public static int Raw(in Candidate candidate, MatchQuery query) => Raw(InNetworkGate.Evidence(candidate, query), query.Criteria.Coverage);

    public static RuleScore Explain(in Candidate candidate, MatchQuery query)
    {
        var evidence = InNetworkGate.Evidence(candidate, query);
        return new RuleScore(RuleId.NetworkEvidence, Raw(evidence, query.Criteria.Coverage), query.Weights.NetworkEvidence, evidence);
    }

    /// <summary>The fact speaks of something else than what was asked: the plan, or without one the insurer as a whole.</summary>
    public static bool IsPlanNotConfirmed(NetworkEvidence evidence, Coverage coverage) =>
        evidence.Status == NetworkStatus.InNetwork
        && (coverage.Plan is null ? evidence.ConfirmedFor == NetworkScope.OtherNetwork : evidence.ConfirmedFor != NetworkScope.Plan);

    private static int Raw(NetworkEvidence evidence, Coverage coverage)
    {
        if (evidence.Status == NetworkStatus.SelfPay)
            return Millionths.One / 2;
        if (evidence is not { Status: NetworkStatus.InNetwork, Fact: { } fact })
            return 0;
        var trust = fact.Source.Method switch
        {
            FactMethod.PrimarySource or FactMethod.InsurerFile => 1,
            FactMethod.Organization => .7,
            _ => .4,
        };
        var fit = IsPlanNotConfirmed(evidence, coverage) ? .6 : 1;
        return Millionths.Of(trust * fit * Math.Pow(.5, (evidence.AgeDays ?? 0) / HalfLifeDays));
    }
}
