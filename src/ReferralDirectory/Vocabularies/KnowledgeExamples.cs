namespace ReferralDirectory.Vocabularies;

/// <summary>Answers of 21 November 2026 that the OpenAPI document shows; each list is cut to one row.</summary>
internal static class KnowledgeExamples
{
    public const string Knowledge = """
        {
          "version": "k-7ba819b57ac7",
          "notice": "A screening aid, not medical advice. No clinician has reviewed these tables; each row names its source and how sure it is. The physician decides.",
          "sources": [
            {
              "id": "KNGF2021",
              "citation": "Royal Dutch Society for Physical Therapy (KNGF): guideline on low back pain and lumbosacral radicular syndrome, 2021",
              "kind": "guideline",
              "licence": "copyright: cited and paraphrased, never copied",
              "sureness": "verified"
            }
          ],
          "indications": [
            {
              "condition": "lymphedema",
              "modality": "cdt",
              "direction": "benefit",
              "grade": "B",
              "limits": "By a therapist with at least 135 hours of decongestive-therapy training.",
              "fromGroup": false,
              "source": "LANA",
              "sureness": "secondary",
              "effectiveFrom": "2026-01-01"
            }
          ],
          "screening": [
            {
              "code": "acute-clot",
              "level": "absolute",
              "scope": "order",
              "icd10Prefixes": ["I801", "I802", "I824", "I26"],
              "seventhCharacters": "",
              "answers": ["dvt-suspected"],
              "modalities": [],
              "text": "An acute deep clot, lung embolism or deep phlebitis, or the suspicion of one: no massage until a clinician has treated and cleared it.",
              "source": "ERNST2003",
              "sureness": "verified",
              "effectiveFrom": "2026-01-01"
            }
          ],
          "screeningAnswers": [
            { "code": "none", "question": "None of these", "text": "The office asked about everything on this list and nothing applies." }
          ],
          "credentials": [
            {
              "code": "bctmb",
              "name": "Board Certified in Therapeutic Massage and Bodywork",
              "issuer": "NCBTMB",
              "kind": "board",
              "modalities": [],
              "minimumHours": 750,
              "renewYears": 2,
              "source": "NCBTMB",
              "sureness": "verified"
            }
          ],
          "credentialRequirements": [
            {
              "code": "complete-decongestive-therapy",
              "name": "Complete decongestive therapy training",
              "conditions": ["lymphedema"],
              "findings": [],
              "modalities": [],
              "acceptedCredentials": ["clt", "clt-lana"],
              "trainingModality": "cdt",
              "trainingHours": 135,
              "text": "Lymphedema is treated by a therapist with at least 135 documented hours of complete decongestive therapy.",
              "source": "LANA",
              "sureness": "secondary",
              "effectiveFrom": "2026-01-01"
            }
          ],
          "stateRules": [
            {
              "state": "US-NY",
              "regime": "licence",
              "title": "Licensed Massage Therapist",
              "hours": 1000,
              "exam": "state exam",
              "effectiveFrom": "2026-01-01",
              "source": "ABMP",
              "sureness": "memory",
              "note": "Hours from general knowledge. Exam and title from general knowledge."
            }
          ]
        }
        """;

    public const string Ranking = """
        {
          "rulesetVersion": "2026.1+405023ce",
          "minTier": { "physician": 2, "patient": 1 },
          "rules": [
            {
              "rule": "distance",
              "weight": { "physician": 10, "patient": 25 },
              "formula": "1 / (1 + (distance / halfDistanceMiles)²).",
              "constants": { "halfDistanceMiles": 8 }
            }
          ],
          "order": "Score, highest first; ties by a hash of the day and the therapist's id, so that nobody is first for ever. `sort: distance` puts the nearest first.",
          "never": "Payment, the alphabet and the order of registration play no part."
        }
        """;
}
