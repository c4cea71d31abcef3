using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking.Rules;

/// <summary>
/// Accepting new patients, confirmed at most 30 days ago 1, at most 90 days .8, older .6; unknown .4. A free appointment within seven
/// days of today lifts it to 1.
/// </summary>
internal static class AvailabilityRule
{
    private const int OpeningDays = 7;

    public static int Raw(in Candidate candidate, MatchQuery query) => Raw(candidate.Place, query.Criteria.AsOf);

    public static int Raw(PracticePlace place, DateOnly asOf)
    {
        var opening = place.NextOpening?.DayNumber - asOf.DayNumber;
        if (opening is >= 0 and <= OpeningDays)
            return Millionths.One;
        var accepting = place.Accepting;
        if (accepting.Value != AcceptingPatients.Yes)
            return Millionths.Of(.4);
        return Millionths.Of((asOf.DayNumber - accepting.From.AsOf.DayNumber) switch
        {
            <= 30 => 1,
            <= 90 => .8,
            _ => .6,
        });
    }

    public static RuleScore Explain(in Candidate candidate, MatchQuery query)
    {
        var accepting = candidate.Place.Accepting;
        var age = accepting.Value == AcceptingPatients.Unknown ? (int?)null : query.Criteria.AsOf.DayNumber - accepting.From.AsOf.DayNumber;
        return new RuleScore(
            RuleId.Availability, Raw(candidate, query), query.Weights.Availability, new AcceptingEvidence(accepting, candidate.Place.NextOpening, age));
    }
}
