using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches;

/// <summary>
/// All that one answer rests on. Taken once at the start of a request, so that what was validated is also what is matched, even when
/// a new revision is swapped in between.
/// </summary>
internal sealed record MatchContext(MatchIndex Index, PlaceTable Places, RankingOptions Ranking, TimeProvider Clock)
{
    public KnowledgeTables Knowledge => Index.Knowledge;

    /// <summary>Which day it is where the patient lives.</summary>
    public DateOnly TodayIn(StateCode state) => Knowledge.DayIn(state, Clock.GetUtcNow());
}
