using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>
/// Not on the federal exclusion list, and no licence of any state suspended or revoked. A possible match hides the therapist until a
/// person decides, and says no more than that it is under review.
/// </summary>
internal static class NotExcludedGate
{
    public const string UnderReview = "under-review";

    public static bool Passes(TherapistProfile therapist) => Passes(CodeOf(therapist));

    public static GateOutcome Explain(in Candidate candidate)
    {
        var code = CodeOf(candidate.Therapist);

        // Nothing of an unconfirmed match leaves the library.
        var evidence = new ExclusionEvidence(code == UnderReview ? null : candidate.Therapist.Exclusion);
        return new GateOutcome(GateId.NotExcluded, Passes(code), code, evidence);
    }

    /// <summary>May this therapist be shown to anyone at all?</summary>
    public static bool MayBeShown(TherapistProfile therapist) => CodeOf(therapist) is not ("excluded" or UnderReview);

    private static bool Passes(string code) => code is "not-on-exclusion-list" or "exclusion-not-checked";

    private static string CodeOf(TherapistProfile therapist)
    {
        if (therapist.Exclusion?.Status == ExclusionStatus.Excluded)
            return "excluded";
        if (therapist.Exclusion?.Status == ExclusionStatus.PossibleMatch)
            return UnderReview;
        foreach (var licence in therapist.Licences)
        {
            if (licence.Status is LicenceStatus.Suspended or LicenceStatus.Revoked)
                return "licence-disciplined";
        }

        return therapist.Exclusion is null ? "exclusion-not-checked" : "not-on-exclusion-list";
    }
}
