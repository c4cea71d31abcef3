using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>What a score is made of: millionths of a point, the sum over the rules of raw value times weight.</summary>
internal static class Scorer
{
    public static ImmutableArray<RuleScore> Explain(CandidateFacts facts) =>
    [
        ModalityFitRule.Explain(facts),
        VettingRule.Explain(facts),
        NetworkEvidenceRule.Explain(facts),
        DistanceRule.Explain(facts.Candidate, facts.Query),
        AvailabilityRule.Explain(facts),
        RecordRule.Explain(facts.Candidate, facts.Query),
        PreferencesRule.Explain(facts.Candidate, facts.Query),
    ];
}
