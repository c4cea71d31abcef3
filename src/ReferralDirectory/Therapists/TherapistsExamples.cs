namespace ReferralDirectory.Therapists;

/// <summary>Answers about the demonstration data on 21 November 2026 that the OpenAPI document shows; lists are shortened.</summary>
internal static class TherapistsExamples
{
    public const string Browse = """
        {
          "total": 142,
          "items": [
            {
              "id": "thr_00021e",
              "name": "Camila Renée Patel",
              "vettingTier": 1,
              "synthetic": true,
              "distanceMiles": 0.05,
              "listing": {
                "id": "lst_0002c2",
                "address": { "line1": "900 Main Avenue", "city": "Syracuse", "state": "US-NY", "zip": "13202" },
                "latitude": 43.0431,
                "longitude": -76.1514,
                "pointUncertaintyMiles": 0,
                "phone": "+13155550129",
                "phoneFrom": { "source": "demo-massage-alliance", "method": "organization", "asOf": "2026-07-31", "confidence": "medium", "freshness": "due", "dueOn": "2026-10-30" },
                "setting": "clinic",
                "accepting": {
                  "value": "unknown",
                  "from": { "source": "demo-massage-alliance", "method": "organization", "asOf": "2026-07-31", "confidence": "low", "freshness": "due", "dueOn": "2026-10-30" }
                },
                "selfPayPriceUsd": 110.0,
                "hours": [],
                "from": { "source": "demo-massage-alliance", "method": "organization", "asOf": "2026-07-31", "confidence": "medium", "freshness": "due", "dueOn": "2026-10-30" }
              },
              "modalities": [
                "deep-tissue",
                "geriatric",
                "mld",
                "myofascial-release",
                "sports",
                "swedish"
              ],
              "languages": [
                "en"
              ]
            }
          ],
          "next": "mR9l6MYw6PHjMjAyNi0xMS0yMR8zZmE4MDJkMThkYTk0YjZmHx90aHJfMDAwMjFl",
          "facets": {
            "accepting": [
              { "value": "yes", "count": 87 },
              { "value": "unknown", "count": 36 },
              { "value": "no", "count": 10 },
              { "value": "existing-only", "count": 9 }
            ]
          },
          "indexRevision": 3,
          "knowledgeVersion": "k-e65b3157712b",
          "asOf": "2026-11-21"
        }
        """;

    public const string Read = """
        {
          "id": "thr_0004t7",
          "name": "Tamika Ibrahim",
          "synthetic": true,
          "vetting": [
            {
              "state": "US-NY",
              "tier": 4,
              "missingForNextTier": [],
              "licenceCheckedOn": "2026-10-07",
              "exclusionCheckedOn": "2026-11-11",
              "knownHours": 1000,
              "hoursDocumented": true,
              "stateMinimumHours": 1000,
              "confidence": "high"
            }
          ],
          "identityConflict": false,
          "trustSignals": [],
          "legalName": {
            "value": { "given": "Tamika", "family": "Ibrahim", "display": "Tamika Ibrahim" },
            "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "high", "freshness": "current", "dueOn": "2029-09-21" }
          },
          "npi": {
            "value": "2001041013",
            "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "high", "freshness": "current", "dueOn": "2029-09-21" }
          },
          "gender": {
            "value": "female",
            "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "high", "freshness": "current", "dueOn": "2029-09-21" }
          },
          "languages": [
            {
              "value": "en",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "high", "freshness": "current", "dueOn": "2029-09-21" }
            }
          ],
          "statedTrainingHours": {
            "value": 1000,
            "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
          },
          "documentedTrainingHours": {
            "value": 1000,
            "from": { "source": "School transcript (demo)", "method": "organization", "asOf": "2026-11-03", "confidence": "medium", "freshness": "current", "dueOn": "2029-11-04" }
          },
          "liabilityCover": {
            "value": true,
            "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
          },
          "exclusionListClear": {
            "source": "OIG exclusion list (demo)",
            "method": "primary-source",
            "asOf": "2026-11-11",
            "confidence": "high",
            "freshness": "current",
            "dueOn": "2026-12-13"
          },
          "licences": [
            {
              "state": "US-NY",
              "title": "Licensed Massage Therapist",
              "number": "024101",
              "status": "active",
              "expiresOn": "2026-12-15",
              "checkedOn": "2026-10-07",
              "from": { "source": "NY licence roster (demo)", "method": "primary-source", "asOf": "2026-10-07", "confidence": "high", "freshness": "current", "dueOn": "2026-12-16" }
            }
          ],
          "certifications": [
            {
              "credential": "clt-lana",
              "name": "Certified Lymphedema Therapist, LANA certified",
              "expiresOn": "2027-08-12",
              "confirmedOn": "2026-07-13",
              "from": { "source": "Issuer register (demo)", "method": "primary-source", "asOf": "2026-07-13", "confidence": "high", "freshness": "current", "dueOn": "2027-08-13" }
            }
          ],
          "modalities": [
            {
              "modality": "cdt",
              "name": "Complete decongestive therapy",
              "level": "certified",
              "statedHours": 160,
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
            },
            {
              "modality": "deep-tissue",
              "name": "Deep-tissue massage",
              "level": "listed",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
            },
            {
              "modality": "medical-massage",
              "name": "Medical (orthopedic) massage",
              "level": "listed",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
            },
            {
              "modality": "mld",
              "name": "Manual lymph drainage",
              "level": "certified",
              "statedHours": 160,
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
            },
            {
              "modality": "myofascial-release",
              "name": "Myofascial release",
              "level": "listed",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
            },
            {
              "modality": "pediatric",
              "name": "Massage for children",
              "level": "listed",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
            },
            {
              "modality": "reflexology",
              "name": "Reflexology",
              "level": "listed",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
            },
            {
              "modality": "thai",
              "name": "Thai massage",
              "level": "listed",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2029-09-21" }
            }
          ],
          "networks": [
            {
              "insurer": "aetna",
              "network": "aetna-open-choice",
              "inNetwork": true,
              "appliesTo": "provider",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2026-12-20" }
            },
            {
              "insurer": "anthem-bcbs-ny",
              "inNetwork": true,
              "appliesTo": "provider",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2026-12-20" }
            },
            {
              "insurer": "excellus-bcbs",
              "network": "excellus-bcbs-participating",
              "inNetwork": true,
              "appliesTo": "provider",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "high", "freshness": "current", "dueOn": "2026-12-20" }
            },
            {
              "insurer": "excellus-bcbs",
              "network": "excellus-bcbs-participating",
              "inNetwork": true,
              "effectiveFrom": "2026-10-20",
              "appliesTo": "provider",
              "from": { "source": "excellus-bcbs file (demo)", "method": "insurer-file", "asOf": "2026-10-20", "confidence": "high", "freshness": "current", "dueOn": "2027-01-19" }
            },
            {
              "insurer": "highmark-wny",
              "network": "highmark-wny-traditional",
              "inNetwork": true,
              "appliesTo": "provider",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2026-12-20" }
            },
            {
              "insurer": "unitedhealthcare",
              "inNetwork": true,
              "appliesTo": "provider",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2026-12-20" }
            }
          ],
          "memberships": [
            {
              "organization": "demo-lymphatic-network",
              "organizationName": "Demo Lymphatic Network",
              "memberKey": "M1252",
              "status": "active",
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "high", "freshness": "current", "dueOn": "2029-09-21" }
            }
          ],
          "listings": [
            {
              "id": "lst_0005j0",
              "address": { "line1": "147 Spring Street", "city": "Syracuse", "state": "US-NY", "zip": "13214" },
              "latitude": 43.052,
              "longitude": -76.0817,
              "pointUncertaintyMiles": 0,
              "phone": "+13155550147",
              "phoneFrom": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "high", "freshness": "current", "dueOn": "2026-12-20" },
              "setting": "private-practice",
              "accepting": {
                "value": "yes",
                "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "medium", "freshness": "current", "dueOn": "2026-12-20" }
              },
              "homeVisitMiles": 25,
              "hours": [],
              "from": { "source": "demo-lymphatic-network", "method": "organization", "asOf": "2026-09-20", "confidence": "high", "freshness": "current", "dueOn": "2026-12-20" }
            }
          ],
          "hiddenFacts": 0,
          "revision": 3,
          "knowledgeVersion": "k-e65b3157712b",
          "asOf": "2026-11-21"
        }
        """;

    public const string VCard = """
        BEGIN:VCARD
        VERSION:4.0
        FN:Tamika Ibrahim
        N:Ibrahim;Tamika;;;
        ROLE:Massage therapist
        ADR;TYPE=work:;;147 Spring Street;Syracuse;NY;13214;US
        TEL;TYPE=work;VALUE=uri:tel:+13155550147
        NOTE:An invented person of the demonstration data.
        X-SYNTHETIC:TRUE
        UID:urn:referral-directory:thr_0004t7
        END:VCARD
        """;

    public const string JsonLd = """
        {
          "@context": "https://schema.org",
          "@type": "Person",
          "@id": "/v1/therapists/thr_0004t7",
          "name": "Tamika Ibrahim",
          "jobTitle": "Massage therapist",
          "description": "An invented person of the demonstration data.",
          "additionalProperty": { "@type": "PropertyValue", "propertyID": "synthetic", "value": true },
          "identifier": { "@type": "PropertyValue", "propertyID": "NPI", "value": "2001041013" },
          "knowsLanguage": ["en"],
          "knowsAbout": ["Complete decongestive therapy", "Manual lymph drainage"],
          "workLocation": [
            {
              "@type": "Place",
              "telephone": "+13155550147",
              "address": {
                "@type": "PostalAddress",
                "streetAddress": "147 Spring Street",
                "addressLocality": "Syracuse",
                "addressRegion": "NY",
                "postalCode": "13214",
                "addressCountry": "US"
              },
              "geo": { "@type": "GeoCoordinates", "latitude": 43.052, "longitude": -76.0817 }
            }
          ]
        }
        """;
}
