using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking.Rules;

/// <summary>
/// Accepting new patients, worth the less the longer ago it was confirmed; unknown is worth least, and so is what was said too long ago to
/// be shown (<see cref="FactClock"/>). A free appointment within days lifts it to 1. The constants are published at <c>/v1/ranking</c>.
/// </summary>
public static class AvailabilityRule
{
    public const int OpeningDays = 7;
    public const int FreshDays = 30;
    public const double Fresh = 1;
    public const int RecentDays = 90;
    public const double Recent = .8;
    public const double Old = .6;
    public const double Unknown = .4;

    internal static int Raw(PracticePlace place, DateOnly asOf)
    {
        var opening = place.NextOpening?.DayNumber - asOf.DayNumber;
        if (opening is >= 0 and <= OpeningDays)
            return Millionths.One;
        var accepting = place.Accepting;
        if (FactClock.AcceptingOn(place, asOf) != AcceptingPatients.Yes)
            return Millionths.Of(Unknown);
        return Millionths.Of((asOf.DayNumber - accepting.From.AsOf.DayNumber) switch
        {
            <= FreshDays => Fresh,
            <= RecentDays => Recent,
            _ => Old,
        });
    }

    internal static RuleScore Explain(CandidateFacts facts) =>
        new(RuleId.Availability, Raw(facts.Candidate.Place, facts.Query.Criteria.AsOf), facts.Query.Weights.Availability, facts.Accepting);

    internal static AcceptingEvidence Evidence(in Candidate candidate, MatchQuery query)
    {
        var accepting = candidate.Place.Accepting;
        var age = accepting.Value == AcceptingPatients.Unknown ? (int?)null : query.Criteria.AsOf.DayNumber - accepting.From.AsOf.DayNumber;
        return new AcceptingEvidence(accepting, candidate.Place.NextOpening, age);
    }
}
