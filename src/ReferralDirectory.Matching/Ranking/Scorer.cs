using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>What a score is made of: millionths of a point, the sum over the rules of raw value times weight.</summary>
internal static class Scorer
{
    public static ImmutableArray<RuleScore> Explain(in Candidate candidate, MatchQuery query) =>
    [
        ModalityFitRule.Explain(candidate, query),
        VettingRule.Explain(candidate, query),
        NetworkEvidenceRule.Explain(candidate, query),
        DistanceRule.Explain(candidate, query),
        AvailabilityRule.Explain(candidate, query),
        RecordRule.Explain(candidate, query),
        PreferencesRule.Explain(candidate, query),
    ];
}
