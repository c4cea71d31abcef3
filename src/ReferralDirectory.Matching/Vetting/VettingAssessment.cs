using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>How far a therapist is vetted for practice in one state on one day.</summary>
/// <param name="Tier">0 … 4.</param>
/// <param name="State">The state whose licence counts.</param>
/// <param name="Missing">What is missing for the next tier; empty at tier 4.</param>
/// <param name="LicenceCheckedOn">The newest confirmation of an active licence of the state.</param>
/// <param name="KnownHours">Documented hours, else stated ones.</param>
/// <param name="StateMinimumHours">From the state's rule; null where the tables do not say.</param>
/// <param name="Confidence">How much the whole rests on: primary sources, their age, agreement.</param>
public sealed record VettingAssessment(
    int Tier, StateCode State, ImmutableArray<VettingGap> Missing, DateOnly? LicenceCheckedOn, DateOnly? ExclusionCheckedOn, int? KnownHours, bool HoursDocumented,
    int? StateMinimumHours, Confidence Confidence)
{
    public const int MaxTier = 4;
}

/// <summary>What stands between a tier and the next.</summary>
public enum VettingGap
{
    IdentityInConflict, IdentifierMissing, LicenceNotConfirmed, LicenceCheckStale, ExclusionNotChecked, ExclusionCheckStale, LiabilityCoverNotStated, HoursUnknown,
    HoursBelowStateMinimum, HoursBelow600, BoardCertificationOr750Hours, SpecialtyCredential,
}

public enum Confidence { Low, Medium, High }
