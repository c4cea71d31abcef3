using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Gates;

/// <summary>Each preference that the caller listed as required holds.</summary>
internal static class RequiredPreferencesGate
{
    public static bool Passes(in Candidate candidate, MatchQuery query)
    {
        foreach (var required in query.Criteria.Preferences.Required)
        {
            if (!PreferencesRule.Holds(required, candidate, query))
                return false;
        }

        return true;
    }

    public static GateOutcome Explain(in Candidate candidate, MatchQuery query)
    {
        var evidence = PreferencesRule.EvidenceOf(query.Criteria.Preferences.Required, candidate, query);
        var allHold = evidence.Held.Length == evidence.Stated.Length;
        var code = evidence.Stated.IsEmpty ? "none-required" : allHold ? "preferences-held" : "preference-missing";
        return new GateOutcome(GateId.RequiredPreferences, allHold, code, evidence);
    }
}
