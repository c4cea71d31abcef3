using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking.Rules;

/// <summary>1 / (1 + (d / d₀)²): 1 at the door, one half at d₀ = 8 miles, strictly decreasing.</summary>
internal static class DistanceRule
{
    public static int Raw(in Candidate candidate, MatchQuery query) => Raw(candidate.Distance.Value, query.Options);

    public static int Raw(double miles, RankingOptions options)
    {
        var ratio = miles / options.HalfDistanceMiles;
        return Millionths.Of(1 / (1 + (ratio * ratio)));
    }

    public static RuleScore Explain(in Candidate candidate, MatchQuery query) =>
        new(RuleId.Distance, Raw(candidate, query), query.Weights.Distance, new DistanceEvidence(candidate.Distance, new Miles(query.Options.HalfDistanceMiles), candidate.Mode));
}
