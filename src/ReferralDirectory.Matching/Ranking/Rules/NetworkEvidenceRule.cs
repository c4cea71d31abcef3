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

    /// <summary>The one value of those who pay.</summary>
    internal static readonly int[] RawOfSelfPay = [Millionths.Of(SelfPay)];

    // A power is the dearest part of a score; nearly all facts are younger than ten years.
    private static readonly double[] DecayByDay = [.. Enumerable.Range(0, 3653).Select(Power)];

    internal static int Raw(in Candidate candidate, MatchQuery query) => Raw(NetworkRuling.Of(candidate, query), query);

    private static int Raw(in NetworkRuling ruling, MatchQuery query)
    {
        if (ruling.Status == NetworkStatus.SelfPay)
            return RawOfSelfPay[0];
        if (ruling is not { Status: NetworkStatus.InNetwork, Fact: { } fact })
            return 0;
        return Raw(Trust(ruling, query.Criteria.Coverage.Plan is not null), query.Criteria.AsOf.DayNumber - fact.Source.AsOf.DayNumber);
    }

    /// <summary>Before any decay, 0 … 1.</summary>
    internal static double Trust(in NetworkRuling ruling, bool planAsked)
    {
        var trust = ruling.Fact?.Source.Method switch
        {
            FactMethod.PrimarySource or FactMethod.InsurerFile => InsurerFile,
            FactMethod.Organization => Organization,
            _ => SelfReported,
        };
        return trust * (IsPlanNotConfirmed(ruling.Status, ruling.Scope, planAsked) ? OtherThanAsked : 1);
    }

    /// <param name="trust">See <see cref="Trust"/>.</param>
    /// <param name="days">The age of the fact; below zero counts as zero.</param>
    internal static int Raw(double trust, int days) => Millionths.Of(trust * Decay(Math.Max(0, days)));

    private static double Decay(int days) => days < DecayByDay.Length ? DecayByDay[days] : Power(days);

    private static double Power(int days) => Math.Pow(.5, days / HalfLifeDays);

    internal static RuleScore Explain(CandidateFacts facts) =>
        new(RuleId.NetworkEvidence, Raw(facts.Ruling, facts.Query), facts.Query.Weights.NetworkEvidence, facts.Network);

    /// <summary>The fact speaks of something else than what was asked: the plan, or without one the insurer as a whole.</summary>
    internal static bool IsPlanNotConfirmed(NetworkStatus status, NetworkScope scope, bool planAsked) =>
        status == NetworkStatus.InNetwork && (planAsked ? scope != NetworkScope.Plan : scope == NetworkScope.OtherNetwork);
}
