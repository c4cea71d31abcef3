namespace ReferralDirectory.Matches;

/// <summary>The requests that the OpenAPI document shows, and what the demonstration data answered to them on 21 November 2026.</summary>
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
          "limit": 1
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

    public const string MatchAnswer = """
        {
          "screening": {
            "outcome": "clear",
            "findings": [
              {
                "code": "network-is-not-a-benefit",
                "level": "info",
                "scope": "order",
                "text": "Being in a network is not a benefit: check prior authorisation and visit limits. Medicare does not cover massage by a massage therapist."
              }
            ],
            "requirements": [
              {
                "code": "complete-decongestive-therapy",
                "name": "Complete decongestive therapy training",
                "text": "Lymphedema is treated by a therapist with at least 135 documented hours of complete decongestive therapy.",
                "source": "Lymphology Association of North America: rules for the CLT-LANA certificate"
              }
            ]
          },
          "total": 3,
          "results": [
            {
              "rank": 1,
              "score": 67.893865,
              "distanceMiles": 3.5,
              "mode": "office",
              "therapist": {
                "id": "thr_0004t7",
                "name": "Tamika Ibrahim",
                "vettingTier": 4,
                "confidence": "high",
                "languages": [
                  "en"
                ],
                "synthetic": true
              },
              "listing": {
                "id": "lst_0005j0",
                "address": { "line1": "147 Spring Street", "city": "Syracuse", "state": "US-NY", "zip": "13214" },
                "latitude": 43.052,
                "longitude": -76.0817,
                "phone": "+13155550147",
                "setting": "private-practice",
                "accepting": "yes"
              },
              "network": { "status": "in-network", "confirmedFor": "other-network", "network": "aetna-open-choice", "source": "organization", "asOf": "2026-09-20" },
              "components": [
                {
                  "rule": "modality-fit",
                  "raw": 0.8,
                  "weight": 25,
                  "contribution": 20,
                  "because": "Manual lymph drainage for I89.0 (grade B, certified)",
                  "evidence": {
                    "diagnosis": "I89.0",
                    "modality": "mld",
                    "grade": "B",
                    "training": "certified",
                    "limits": "Within complete decongestive therapy only, by a therapist with at least 135 hours of training.",
                    "source": "Lymphology Association of North America: rules for the CLT-LANA certificate"
                  }
                },
                {
                  "rule": "vetting",
                  "raw": 0.8625,
                  "weight": 25,
                  "contribution": 21.5625,
                  "because": "Tier 4 of 4, licence checked 2026-10-07, 1000 training hours documented",
                  "evidence": { "tier": 4, "licenceCheckedOn": "2026-10-07", "exclusionCheckedOn": "2026-11-11", "knownHours": 1000, "hoursDocumented": true, "stateMinimumHours": 1000 }
                },
                {
                  "rule": "network-evidence",
                  "raw": 0.330797,
                  "weight": 15,
                  "contribution": 4.961955,
                  "because": "Aetna by the therapist's organisation of 2026-09-20, for a network of the insurer (for the provider, not confirmed for this place)",
                  "evidence": { "status": "in-network", "confirmedFor": "other-network", "appliesTo": "provider", "source": "organization", "asOf": "2026-09-20", "ageDays": 62 }
                },
                {
                  "rule": "distance",
                  "raw": 0.836941,
                  "weight": 10,
                  "contribution": 8.36941,
                  "because": "3.5 miles away",
                  "evidence": { "distanceMiles": 3.5, "limitMiles": 8, "mode": "office" }
                },
                {
                  "rule": "availability",
                  "raw": 0.8,
                  "weight": 10,
                  "contribution": 8,
                  "because": "Takes new patients, said 62 days ago",
                  "evidence": { "accepting": "yes", "source": "organization", "asOf": "2026-09-20", "ageDays": 62 }
                },
                { "rule": "record", "raw": 0.5, "weight": 10, "contribution": 5, "because": "No earlier referrals are kept: neutral" },
                {
                  "rule": "preferences",
                  "raw": 0,
                  "weight": 5,
                  "contribution": 0,
                  "because": "Lacks a language that was asked for",
                  "evidence": {
                    "stated": [
                      "languages"
                    ],
                    "held": []
                  }
                }
              ],
              "gates": [
                { "gate": "within-radius", "passed": true, "code": "within-radius", "because": "3.5 miles away, within 50 miles" },
                { "gate": "licensed", "passed": true, "code": "active-licence", "because": "NY 024101, active until 2026-12-15, checked 2026-10-07" },
                { "gate": "not-excluded", "passed": true, "code": "not-on-exclusion-list", "because": "Not on the federal exclusion list, checked 2026-11-11" },
                { "gate": "vetted", "passed": true, "code": "tier-sufficient", "because": "Vetting tier 4 of 4, 2 asked for" },
                { "gate": "accepting", "passed": true, "code": "accepting", "because": "Takes new patients, by the therapist's organisation of 2026-09-20" },
                { "gate": "in-network", "passed": true, "code": "other-network", "because": "In the network Open Choice PPO (for the provider, not confirmed for this place), by the therapist's organisation of 2026-09-20" },
                { "gate": "indicated", "passed": true, "code": "indicated", "because": "Manual lymph drainage for I89.0 (grade B, certified)" },
                {
                  "gate": "credentialed",
                  "passed": true,
                  "code": "credentials-held",
                  "because": "Complete decongestive therapy training: Certified Lymphedema Therapist, LANA certified, confirmed 2026-07-13"
                },
                { "gate": "required-preferences", "passed": true, "code": "none-required", "because": "No preference is required" }
              ],
              "cautions": [
                { "code": "plan-not-confirmed", "text": "In network with the insurer, but not confirmed for the patient's own plan: ask before booking." }
              ],
              "summary": "Tamika Ibrahim, 3.5 miles away in Syracuse, offers Manual lymph drainage for I89.0 (grade B), is vetted at tier 4 of 4 and is in network with Aetna (for the provider, not confirmed for this place) by the therapist's organisation of 2026-09-20."
            }
          ],
          "funnel": [
            { "gate": "within-radius", "unit": "candidate", "in": 6570, "out": 207 },
            { "gate": "licensed", "unit": "candidate", "in": 207, "out": 187 },
            { "gate": "not-excluded", "unit": "candidate", "in": 187, "out": 186 },
            { "gate": "vetted", "unit": "candidate", "in": 186, "out": 144 },
            { "gate": "accepting", "unit": "candidate", "in": 144, "out": 122 },
            { "gate": "in-network", "unit": "candidate", "in": 122, "out": 40 },
            { "gate": "indicated", "unit": "candidate", "in": 40, "out": 10 },
            { "gate": "credentialed", "unit": "candidate", "in": 10, "out": 4 },
            { "gate": "required-preferences", "unit": "candidate", "in": 4, "out": 4 },
            { "gate": "best-per-therapist", "unit": "therapist", "in": 4, "out": 3 }
          ],
          "relaxations": [],
          "radiusMiles": 50,
          "radiusChosen": false,
          "minTier": 2,
          "sort": "score",
          "geocode": { "precision": "zip", "uncertaintyMiles": 0.2 },
          "synthetic": true,
          "serviceDate": "2026-11-21",
          "rulesetVersion": "2026.1+405023ce",
          "knowledgeVersion": "k-e65b3157712b",
          "indexRevision": 3,
          "asOf": "2026-11-21"
        }
        """;

    public const string ExplainAnswer = """
        {
          "screening": {
            "outcome": "clear",
            "findings": [
              {
                "code": "network-is-not-a-benefit",
                "level": "info",
                "scope": "order",
                "text": "Being in a network is not a benefit: check prior authorisation and visit limits. Medicare does not cover massage by a massage therapist."
              }
            ],
            "requirements": [
              {
                "code": "complete-decongestive-therapy",
                "name": "Complete decongestive therapy training",
                "text": "Lymphedema is treated by a therapist with at least 135 documented hours of complete decongestive therapy.",
                "source": "Lymphology Association of North America: rules for the CLT-LANA certificate"
              }
            ]
          },
          "therapistId": "thr_000001",
          "eligible": false,
          "gates": [
            { "gate": "within-radius", "passed": false, "code": "beyond-radius", "because": "879.9 miles away, beyond 250 miles" }
          ],
          "firstFailed": { "gate": "within-radius", "passed": false, "code": "beyond-radius", "because": "879.9 miles away, beyond 250 miles" },
          "whatWouldChangeIt": [],
          "summary": "Not shown: 879.9 miles away, beyond 250 miles. No change of the request lets this therapist in.",
          "total": 11,
          "radiusMiles": 250,
          "geocode": { "precision": "zip", "uncertaintyMiles": 0.2 },
          "synthetic": true,
          "serviceDate": "2026-11-21",
          "rulesetVersion": "2026.1+405023ce",
          "knowledgeVersion": "k-e65b3157712b",
          "indexRevision": 3,
          "asOf": "2026-11-21"
        }
        """;
}
