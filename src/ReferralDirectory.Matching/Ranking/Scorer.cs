using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The one scalar function that makes a score: millionths of a point, the sum over the rules of raw value times weight.</summary>
internal static class Scorer
{
    public static long Score(in Candidate candidate, MatchQuery query)
    {
        var weights = query.Weights;
        return ((long)weights.ModalityFit * ModalityFitRule.Raw(candidate, query))
            + ((long)weights.Vetting * VettingRule.Raw(candidate, query))
            + ((long)weights.NetworkEvidence * NetworkEvidenceRule.Raw(candidate, query))
            + ((long)weights.Distance * DistanceRule.Raw(candidate, query))
            + ((long)weights.Availability * AvailabilityRule.Raw(candidate, query))
            + ((long)weights.Record * RecordRule.Raw(candidate))
            + ((long)weights.Preferences * PreferencesRule.Raw(candidate, query));
    }

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
