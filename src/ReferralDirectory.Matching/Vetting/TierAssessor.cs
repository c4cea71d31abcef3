using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// Computes tiers; nothing stores one. T0 nothing checked; T1 identifiers well formed; T2 active licence confirmed, exclusion list
/// checked, liability cover stated; T3 also board certified or 750 documented hours; T4 also a confirmed specialty credential.
/// </summary>
public static class TierAssessor
{
    /// <summary>Days for which a licence check counts.</summary>
    public const int LicenceCheckDays = VerificationClock.LicenceDays;

    /// <summary>Days for which a check of the exclusion list counts, unless its source says that it ends before.</summary>
    public const int ExclusionCheckDays = VerificationClock.ExclusionDays;

    /// <summary>Documented hours that stand for a board certification.</summary>
    public const int ExtendedHours = 750;

    /// <summary>Known hours below this cap at tier 2.</summary>
    public const int BasicHours = 600;

    /// <summary>How far a therapist is vetted for practice in <paramref name="state"/> on <paramref name="asOf"/>, all specialties counted.</summary>
    public static VettingAssessment Assess(TherapistProfile therapist, StateCode state, DateOnly asOf, KnowledgeTables knowledge) =>
        Assess(therapist, state, asOf, knowledge, new ModalitySet(ulong.MaxValue));

    /// <param name="relevant">A specialty counts only when it certifies one of these modalities: those that an order needs or benefits from.</param>
    public static VettingAssessment Assess(TherapistProfile therapist, StateCode state, DateOnly asOf, KnowledgeTables knowledge, ModalitySet relevant) =>
        Assess(therapist, state, asOf, TierFacts.Of(therapist, state, asOf, knowledge, relevant));

    /// <param name="facts">Of this therapist in this state on this day.</param>
    internal static VettingAssessment Assess(TherapistProfile therapist, StateCode state, DateOnly asOf, in TierFacts facts)
    {
        var tier = facts.Tier;
        return new VettingAssessment(
            tier, state, GapsAbove(tier, facts, therapist), facts.LicenceCheckedOn, ExclusionCheckedOn(therapist), facts.KnownHours,
            therapist.DocumentedTrainingHours is not null, facts.StateMinimumHours, ConfidenceOf(therapist, facts, asOf));
    }

    /// <summary>Of an unconfirmed match not even the day is told.</summary>
    private static DateOnly? ExclusionCheckedOn(TherapistProfile therapist) =>
        therapist.Exclusion is { Status: not ExclusionStatus.PossibleMatch } check ? check.From.AsOf : null;

    private static ImmutableArray<VettingGap> GapsAbove(int tier, in TierFacts facts, TherapistProfile therapist)
    {
        var gaps = ImmutableArray.CreateBuilder<VettingGap>();
        switch (tier)
        {
            case 0:
                gaps.Add(therapist.IdentityConflict ? VettingGap.IdentityInConflict : VettingGap.IdentifierMissing);
                break;
            case 1:
                if (!facts.LicenceConfirmed)
                    gaps.Add(facts.LicenceCheckedOn is null ? VettingGap.LicenceNotConfirmed : VettingGap.LicenceCheckStale);
                if (!facts.ExclusionChecked)
                    gaps.Add(therapist.Exclusion is { Status: ExclusionStatus.Clear } ? VettingGap.ExclusionCheckStale : VettingGap.ExclusionNotChecked);
                if (!facts.LiabilityCovered)
                    gaps.Add(VettingGap.LiabilityCoverNotStated);
                if (facts.BelowStateMinimum)
                    gaps.Add(VettingGap.HoursBelowStateMinimum);
                break;
            case 2:
                if (facts.DocumentedHours is null)
                    gaps.Add(VettingGap.HoursUnknown);
                else if (facts.DocumentedHours < BasicHours)
                    gaps.Add(VettingGap.HoursBelow600);
                if (!facts.ExtendedTraining)
                    gaps.Add(VettingGap.BoardCertificationOr750Hours);
                break;
            case 3:
                gaps.Add(VettingGap.SpecialtyCredential);
                break;
        }

        return gaps.ToImmutable();
    }

    /// <summary>High: tier 2 or more on checks in the first half of their time. Medium: tier 2 or more, or a source of the last 180 days. Low: else.</summary>
    private static Confidence ConfidenceOf(TherapistProfile therapist, in TierFacts facts, DateOnly asOf)
    {
        if (therapist.IdentityConflict)
            return Confidence.Low;
        if (facts.Tier >= 2)
            return facts.LicenceCheckedOn is { } day && asOf.DayNumber - day.DayNumber <= LicenceCheckDays / 2 ? Confidence.High : Confidence.Medium;
        return asOf.DayNumber - therapist.Name.From.AsOf.DayNumber <= 180 ? Confidence.Medium : Confidence.Low;
    }
}
