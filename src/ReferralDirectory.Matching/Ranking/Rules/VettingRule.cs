using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vetting;

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

    /// <summary>What the highest tier adds to the raw value of the one below: a specialty that the order can use is worth as much to everyone there.</summary>
    internal static int SpecialtyWorth { get; } = Millionths.Of(TierValue[^1]) - Millionths.Of(TierValue[^2]);

    internal static int Raw(in Candidate candidate, MatchQuery query)
    {
        var facts = VettedGate.FactsOf(candidate, query);
        return Raw(facts, facts.Tier, query.Criteria.AsOf);
    }

    /// <param name="facts">Of the therapist in the state of the visit.</param>
    /// <param name="tier">The tier: the facts', or the one above for a specialty that counts.</param>
    /// <param name="asOf">Today.</param>
    internal static int Raw(in TierFacts facts, int tier, DateOnly asOf)
    {
        var above = facts.DocumentedHours - (facts.StateMinimumHours ?? FallbackMinimumHours);
        var bonus = above is { } hours ? Math.Clamp(hours / (double)HoursForMost, 0, 1) : 0;
        var age = facts.LicenceCheckedOn is { } day ? Math.Clamp((asOf.DayNumber - day.DayNumber) / (double)TierAssessor.LicenceCheckDays, 0, 1) : 1;
        return Math.Clamp(Millionths.Of(TierValue[tier]) + Millionths.Of(MostForHours * bonus) - Millionths.Of(MostForAge * age), 0, Millionths.One);
    }

    internal static RuleScore Explain(CandidateFacts facts) =>
        new(
            RuleId.Vetting, Raw(facts.TierFacts, facts.TierFacts.Tier, facts.Query.Criteria.AsOf), facts.Query.Weights.Vetting, new TierEvidence(facts.Vetting, facts.Query.MinTier));
}
