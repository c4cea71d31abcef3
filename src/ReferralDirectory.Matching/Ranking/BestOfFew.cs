using System.Collections.Immutable;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Finds the best of those who are known to be eligible by scoring each: where they are few, that is less than to search for the best as
/// <see cref="BestFirst"/> does, which comes to many whom a gate keeps out.
/// </summary>
internal static class BestOfFew
{
    /// <summary>So many therapists are few: of twice as many it takes longer than to search for the best.</summary>
    private const int Few = 512;

    public static bool IsFor(Eligible eligible) => eligible.TherapistCount <= Few;

    /// <param name="eligible">Within reach.</param>
    /// <param name="query">What for.</param>
    /// <param name="reach">For offices.</param>
    /// <param name="limit">How many are wanted.</param>
    public static ImmutableArray<ScoredPlace> Of(Eligible eligible, MatchQuery query, in Reach reach, int limit)
    {
        var best = new BestResults(new ResultOrder(query.Criteria.Sort, query.Criteria.AsOf), limit);
        foreach (var here in eligible.Parts)
        {
            var view = here.View;
            new CandidateScores(query, view, view.Own, areFromAbroad: false, reach).OfferEach(here, best);
            if (view.MayVisitFromAbroad)
                new CandidateScores(query, view, view.Abroad, areFromAbroad: true, reach).OfferEach(here, best);
        }

        return best.InOrder;
    }
}
