using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Matching.Gates;

/// <summary>
/// The tier, for practice in the state of the visit, is at least the one asked for. Whose identity is in conflict fails whatever was
/// asked for: nobody knows whose licence it is.
/// </summary>
internal static class VettedGate
{
    public static bool Passes(in Candidate candidate, MatchQuery query) =>
        !candidate.Therapist.IdentityConflict && FactsOf(candidate, query).Tier >= query.MinTier;

    public static GateOutcome Explain(CandidateFacts facts)
    {
        var passed = !facts.Candidate.Therapist.IdentityConflict && facts.Vetting.Tier >= facts.Query.MinTier;
        return new GateOutcome(GateId.Vetted, passed, passed ? "tier-sufficient" : "tier-too-low", new TierEvidence(facts.Vetting, facts.Query.MinTier));
    }

    public static VettingAssessment Assess(CandidateFacts facts) =>
        TierAssessor.Assess(facts.Candidate.Therapist, LicensedGate.StateOf(facts.Candidate, facts.Query), facts.Query.Criteria.AsOf, facts.TierFacts);

    public static TierFacts FactsOf(in Candidate candidate, MatchQuery query) =>
        TierFacts.Of(candidate.Therapist, LicensedGate.StateOf(candidate, query), query.Criteria.AsOf, query.Knowledge, query.Relevant);
}
