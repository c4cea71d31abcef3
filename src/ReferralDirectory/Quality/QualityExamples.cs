namespace ReferralDirectory.Quality;

/// <summary>The answer about the demonstration data on 21 November 2026 that the OpenAPI document shows.</summary>
internal static class QualityExamples
{
    public const string Quality = """
        {
          "therapists": 4915,
          "listings": 5676,
          "verifiedWithin90Days": { "listings": 3608, "share": 0.6357 },
          "listingsByFreshness": [
            { "freshness": "current", "listings": 3608 },
            { "freshness": "due", "listings": 1850 },
            { "freshness": "lowered", "listings": 108 },
            { "freshness": "hidden", "listings": 110 }
          ],
          "therapistsByTier": [
            { "tier": 0, "therapists": 135 },
            { "tier": 1, "therapists": 1372 },
            { "tier": 2, "therapists": 1849 },
            { "tier": 3, "therapists": 1064 },
            { "tier": 4, "therapists": 495 }
          ],
          "reviewsWaiting": [
            { "kind": "exclusion", "count": 15 },
            { "kind": "possible-exclusion", "count": 16 },
            { "kind": "identity-conflict", "count": 10 },
            { "kind": "same-person", "count": 0 },
            { "kind": "report", "count": 1 }
          ],
          "reminders": [
            { "kind": "attestation-due", "stage": "ahead", "count": 476 },
            { "kind": "attestation-due", "stage": "due", "count": 554 },
            { "kind": "attestation-due", "stage": "overdue", "count": 2924 },
            { "kind": "licence-check-due", "stage": "due", "count": 7 },
            { "kind": "licence-check-due", "stage": "overdue", "count": 155 },
            { "kind": "exclusion-check-due", "stage": "due", "count": 5 },
            { "kind": "exclusion-check-due", "stage": "overdue", "count": 74 }
          ],
          "registers": [],
          "indexRevision": 3,
          "knowledgeVersion": "k-e65b3157712b",
          "asOf": "2026-11-21"
        }
        """;
}
