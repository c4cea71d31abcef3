namespace ReferralDirectory.Vocabularies;

/// <summary>Answers that the OpenAPI document shows.</summary>
internal static class VocabularyExamples
{
    public const string Modalities = """
        {
          "items": [
            {
              "code": "mld",
              "name": "Manual lymph drainage",
              "group": "lymphatic",
              "description": "Very light, rhythmic skin stretching that helps lymph fluid move.",
              "source": "PRACTICE"
            }
          ],
          "total": 1
        }
        """;

    public const string Conditions = """
        { "items": [{ "code": "lymphedema", "name": "Lymphedema", "icd10Prefixes": ["I890", "I972", "Q820"] }], "total": 1 }
        """;

    public const string Insurers = """
        {
          "items": [
            {
              "id": "aetna",
              "name": "Aetna",
              "aliases": ["Aetna Inc.", "Aetna Life Insurance Company", "CVS Health Aetna"],
              "kind": "health-plan",
              "states": []
            }
          ],
          "total": 1
        }
        """;

    public const string Plans = """
        {
          "items": [
            {
              "insurer": "aetna",
              "id": "open-choice-ppo",
              "name": "Open Choice PPO",
              "kind": "ppo",
              "networks": [{"id": "aetna-open-choice", "name": "Open Choice PPO"}]
            }
          ],
          "total": 4
        }
        """;

    public const string Icd10 = """
        { "items": [{ "code": "I89.0", "title": "Lymphedema, not elsewhere classified", "conditions": ["lymphedema"] }], "total": 1 }
        """;

    public const string Places = """
        {
          "items": [
            {
              "zip": "13202",
              "city": "Syracuse",
              "state": "US-NY",
              "county": "Onondaga",
              "latitude": 43.043513,
              "longitude": -76.150663,
              "precision": "zip",
              "uncertaintyMiles": 0.2
            }
          ],
          "total": 1
        }
        """;
}
