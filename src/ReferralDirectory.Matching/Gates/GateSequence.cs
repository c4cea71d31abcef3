using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>The gates in the order of the funnel. A candidate that fails one is never shown. Each gate is one file beside this one.</summary>
internal static class GateSequence
{
    public const int Count = (int)GateId.RequiredPreferences + 1;

    /// <summary>The radius is the query's own business (it may be chosen by the result), so it is handed in.</summary>
    public static bool Passes(GateId gate, in Candidate candidate, MatchQuery query) => gate switch
    {
        GateId.Licensed => LicensedGate.Passes(candidate, query),
        GateId.NotExcluded => NotExcludedGate.Passes(candidate.Therapist),
        GateId.Vetted => VettedGate.Passes(candidate, query),
        GateId.Accepting => AcceptingGate.Passes(candidate, query),
        GateId.InNetwork => InNetworkGate.Passes(candidate, query),
        GateId.Indicated => IndicatedGate.Passes(candidate, query),
        GateId.Credentialed => CredentialedGate.Passes(candidate, query),
        GateId.RequiredPreferences => RequiredPreferencesGate.Passes(candidate, query),
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate, "Asked with a radius instead."),
    };

    public static GateOutcome Explain(GateId gate, CandidateFacts facts, Miles radius) => gate switch
    {
        GateId.WithinRadius => WithinRadiusGate.Explain(facts.Candidate, radius),
        GateId.Licensed => LicensedGate.Explain(facts.Candidate, facts.Query),
        GateId.NotExcluded => NotExcludedGate.Explain(facts.Candidate),
        GateId.Vetted => VettedGate.Explain(facts),
        GateId.Accepting => AcceptingGate.Explain(facts),
        GateId.InNetwork => InNetworkGate.Explain(facts),
        GateId.Indicated => IndicatedGate.Explain(facts),
        GateId.Credentialed => CredentialedGate.Explain(facts.Candidate, facts.Query),
        GateId.RequiredPreferences => RequiredPreferencesGate.Explain(facts.Candidate, facts.Query),
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate, null),
    };
}
