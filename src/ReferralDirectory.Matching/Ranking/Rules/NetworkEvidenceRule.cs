using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking.Rules;

/// <summary>
/// How far the network fact can be trusted: insurer's file 1, organisation .7, self-reported .4; times .6 when it is not about the plan
/// that was asked for; halved for every 180 days of age. Self-pay is .5 for all.
/// </summary>
public static class NetworkEvidenceRule
{
    public const double InsurerFile = 1;
    public const double Organization = .7;
    public const double SelfReported = .4;
    public const double OtherThanAsked = .6;
    public const double SelfPay = .5;
    public const double HalfLifeDays = 180;

    internal static int Raw(in Candidate candidate, MatchQuery query)
    {
        var ruling = NetworkRuling.Of(candidate, query);
        if (ruling.Status == NetworkStatus.SelfPay)
            return Millionths.Of(SelfPay);
        if (ruling is not { Status: NetworkStatus.InNetwork, Fact: { } fact })
            return 0;
        var trust = fact.Source.Method switch
        {
            FactMethod.PrimarySource or FactMethod.InsurerFile => InsurerFile,
            FactMethod.Organization => Organization,
            _ => SelfReported,
        };
        var fit = IsPlanNotConfirmed(ruling.Status, ruling.Scope, query.Criteria.Coverage) ? OtherThanAsked : 1;
        var age = Math.Max(0, query.Criteria.AsOf.DayNumber - fact.Source.AsOf.DayNumber);
        return Millionths.Of(trust * fit * Math.Pow(.5, age / HalfLifeDays));
    }

    internal static RuleScore Explain(in Candidate candidate, MatchQuery query) =>
        new(RuleId.NetworkEvidence, Raw(candidate, query), query.Weights.NetworkEvidence, InNetworkGate.Evidence(candidate, query));

    /// <summary>The fact speaks of something else than what was asked: the plan, or without one the insurer as a whole.</summary>
    internal static bool IsPlanNotConfirmed(NetworkStatus status, NetworkScope scope, Coverage coverage) =>
        status == NetworkStatus.InNetwork && (coverage.Plan is null ? scope == NetworkScope.OtherNetwork : scope != NetworkScope.Plan);
}
