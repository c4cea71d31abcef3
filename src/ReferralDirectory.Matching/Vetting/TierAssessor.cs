using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Computes tiers. Nothing stores one.</summary>
public static class TierAssessor
{
    /// <summary>How far a therapist is vetted for practice in <paramref name="state"/> on <paramref name="asOf"/>, all specialties counted.</summary>
    public static VettingAssessment Assess(TherapistProfile therapist, StateCode state, DateOnly asOf, KnowledgeTables knowledge) => throw new NotSupportedException();
}
