using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The one entry: an answer is a pure function of the index, the criteria and the options. Thread-safe.</summary>
public static class Ranker
{
    public static MatchAnswer Match(MatchIndex index, MatchCriteria criteria, RankingOptions options) => throw new NotSupportedException();

    /// <summary>Where one therapist stands; null when the index does not know the id.</summary>
    public static TherapistExplanation? Explain(MatchIndex index, MatchCriteria criteria, TherapistId therapist, RankingOptions options) => throw new NotSupportedException();
}
