using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>New patients are taken, or nothing is said, at this listing and, where the source says so, for this network.</summary>
internal static class AcceptingGate
{
    public static bool Passes(in Candidate candidate, MatchQuery query) => CodeOf(candidate, query) is "accepting" or "accepting-unknown";

    /// <summary>As far as the listing says; a network may say otherwise of its own patients.</summary>
    public static bool TakesPatients(PracticePlace place) => place.Accepting.Value is not (AcceptingPatients.No or AcceptingPatients.ExistingOnly);

    public static GateOutcome Explain(in Candidate candidate, MatchQuery query)
    {
        var accepting = candidate.Place.Accepting;
        var age = accepting.Value == AcceptingPatients.Unknown ? (int?)null : query.Criteria.AsOf.DayNumber - accepting.From.AsOf.DayNumber;
        return new GateOutcome(
            GateId.Accepting, Passes(candidate, query), CodeOf(candidate, query), new AcceptingEvidence(accepting, candidate.Place.NextOpening, age));
    }

    private static string CodeOf(in Candidate candidate, MatchQuery query) => candidate.Place.Accepting.Value switch
    {
        AcceptingPatients.No => "not-accepting",
        AcceptingPatients.ExistingOnly => "existing-patients-only",
        _ when NetworkRuling.Of(candidate, query) is { Status: NetworkStatus.InNetwork, Fact.Accepting: false } => "not-accepting-network",
        AcceptingPatients.Yes => "accepting",
        _ => "accepting-unknown",
    };
}
