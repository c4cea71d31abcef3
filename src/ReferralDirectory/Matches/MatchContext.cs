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
/// <param name="Codes">Which diagnoses there are, as far as a release says.</param>
internal sealed record MatchContext(MatchIndex Index, Icd10Release Codes, PlaceTable Places, RankingOptions Ranking, TimeProvider Clock)
{
    public KnowledgeTables Knowledge => Index.Knowledge;

    /// <summary>Which day it is where the patient lives.</summary>
    public DateOnly TodayIn(StateCode state) => Knowledge.DayIn(state, Clock.GetUtcNow());
}
