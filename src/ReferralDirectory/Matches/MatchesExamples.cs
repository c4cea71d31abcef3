namespace ReferralDirectory.Matches;

/// <summary>The requests that the OpenAPI document shows. They run against the demonstration data.</summary>
internal static class MatchesExamples
{
    public const string Match = """
        {
          "audience": "physician",
          "patient": {
            "location": { "zip": "13202" },
            "coverage": { "kind": "health-plan", "insurer": "aetna" }
          },
          "order": {
            "diagnoses": ["I89.0"],
            "sessions": 12,
            "minutesPerSession": 60,
            "screening": { "answers": ["none"] }
          },
          "preferences": { "radiusMiles": 50, "languages": ["es"] },
          "limit": 5
        }
        """;

    public const string Explain = """
        {
          "therapistId": "thr_000001",
          "patient": {
            "location": { "zip": "13202" },
            "coverage": { "kind": "health-plan", "insurer": "aetna" }
          },
          "order": { "diagnoses": ["I89.0"], "screening": { "answers": ["none"] } }
        }
        """;
}
