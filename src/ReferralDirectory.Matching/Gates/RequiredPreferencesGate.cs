using System.Collections.Immutable;
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
        var required = query.Criteria.Preferences.Required;
        var held = ImmutableArray.CreateBuilder<Preference>();
        foreach (var preference in required)
        {
            if (PreferencesRule.Holds(preference, candidate, query))
                held.Add(preference);
        }

        var code = required.IsEmpty ? "none-required" : held.Count == required.Length ? "preferences-held" : "preference-missing";
        return new GateOutcome(GateId.RequiredPreferences, held.Count == required.Length, code, new PreferenceEvidence(required, held.ToImmutable()));
    }
}
