using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Matching.Ranking.Rules;

/// <summary>
/// Tiers 0–4 as 0, .2, .55, .75, .9; up to .1 more for documented hours above the state's minimum (all of it at 500 above); up to .1
/// less as the licence check ages to 120 days. Stated or unknown hours earn nothing.
/// </summary>
public static class VettingRule
{
    public const double MostForHours = .1;
    public const int HoursForMost = 500;
    public const double MostForAge = .1;

    private const int FallbackMinimumHours = 500;

    /// <summary>By tier, 0 to 4.</summary>
    public static ImmutableArray<double> TierValue { get; } = [0, .2, .55, .75, .9];

    internal static int Raw(in Candidate candidate, MatchQuery query)
    {
        var facts = VettedGate.FactsOf(candidate, query);
        var above = facts.DocumentedHours - (facts.StateMinimumHours ?? FallbackMinimumHours);
        var bonus = above is { } hours ? Math.Clamp(hours / (double)HoursForMost, 0, 1) : 0;
        var age = facts.LicenceCheckedOn is { } day ? Math.Clamp((query.Criteria.AsOf.DayNumber - day.DayNumber) / (double)Vetting.TierAssessor.LicenceCheckDays, 0, 1) : 1;
        return Millionths.Of(TierValue[facts.Tier] + (MostForHours * bonus) - (MostForAge * age));
    }

    internal static RuleScore Explain(in Candidate candidate, MatchQuery query) =>
        new(RuleId.Vetting, Raw(candidate, query), query.Weights.Vetting, new TierEvidence(VettedGate.Assess(candidate, query), query.MinTier));
}
