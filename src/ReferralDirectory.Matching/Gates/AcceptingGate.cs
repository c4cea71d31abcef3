using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>New patients are taken, or nothing is said, at this listing and, where the source says so, for this network.</summary>
internal static class AcceptingGate
{
    public static bool Passes(in Candidate candidate, MatchQuery query)
    {
        var (status, _, fact) = NetworkRuling.Of(candidate, query);
        return Passes(CodeOf(candidate.Place, status, fact));
    }

    /// <summary>As far as the listing says; a network may say otherwise of its own patients.</summary>
    public static bool TakesPatients(PracticePlace place) => place.Accepting.Value is not (AcceptingPatients.No or AcceptingPatients.ExistingOnly);

    public static GateOutcome Explain(CandidateFacts facts)
    {
        var code = CodeOf(facts.Candidate.Place, facts.Network.Status, facts.Network.Fact);
        return new GateOutcome(GateId.Accepting, Passes(code), code, facts.Accepting);
    }

    private static bool Passes(string code) => code is "accepting" or "accepting-unknown";

    private static string CodeOf(PracticePlace place, NetworkStatus status, NetworkFact? fact) => place.Accepting.Value switch
    {
        AcceptingPatients.No => "not-accepting",
        AcceptingPatients.ExistingOnly => "existing-patients-only",
        _ when status == NetworkStatus.InNetwork && fact?.Accepting == false => "not-accepting-network",
        AcceptingPatients.Yes => "accepting",
        _ => "accepting-unknown",
    };
}
