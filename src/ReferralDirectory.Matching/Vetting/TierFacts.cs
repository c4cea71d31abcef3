using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>The yes-or-no questions that a tier is made of. Computed without allocation: the ranker asks for every candidate.</summary>
internal readonly struct TierFacts
{
    public bool Identified { get; private init; }
    public bool LicenceConfirmed { get; private init; }
    public DateOnly? LicenceCheckedOn { get; private init; }
    public bool ExclusionChecked { get; private init; }
    public bool LiabilityCovered { get; private init; }

    /// <summary>Documented hours, else stated ones: either may lower a tier.</summary>
    public int? KnownHours { get; private init; }

    /// <summary>Only these may lift one.</summary>
    public int? DocumentedHours { get; private init; }

    public int? StateMinimumHours { get; private init; }
    public bool ExtendedTraining { get; private init; }
    public bool RelevantSpecialty { get; private init; }

    public bool BelowStateMinimum => KnownHours < StateMinimumHours;

    public int Tier =>
        !Identified ? 0
        : !LicenceConfirmed || !ExclusionChecked || !LiabilityCovered || BelowStateMinimum ? 1
        : !ExtendedTraining || DocumentedHours is null or < TierAssessor.BasicHours ? 2
        : RelevantSpecialty ? 4 : 3;

    public static TierFacts Of(TherapistProfile therapist, StateCode state, DateOnly asOf, KnowledgeTables knowledge, ModalitySet relevant)
    {
        var rule = knowledge.StateRuleOn(state, asOf);
        var boardCertified = HoldsConfirmed(CredentialKind.Board, therapist, asOf, knowledge);
        var (confirmed, checkedOn) = LicenceCheck(therapist, state, rule, asOf);
        var documented = therapist.DocumentedTrainingHours?.Value;
        return new TierFacts
        {
            Identified = !therapist.IdentityConflict && (therapist.Npi is not null || HasNumberedLicence(therapist)),

            // Where no law asks for a licence, a confirmed board certification stands for one.
            LicenceConfirmed = confirmed || (boardCertified && rule is { RequiresLicence: false }),
            LicenceCheckedOn = checkedOn,
            ExclusionChecked = therapist.Exclusion is { Status: ExclusionStatus.Clear } exclusion && !(exclusion.ValidUntil < asOf)
                && AgeInDays(exclusion.From.AsOf, asOf) <= TierAssessor.ExclusionCheckDays,
            LiabilityCovered = therapist.LiabilityCover is { Value: true } && (therapist.LiabilityCoverUntil is null || asOf <= therapist.LiabilityCoverUntil),
            KnownHours = documented ?? therapist.StatedTrainingHours?.Value,
            DocumentedHours = documented,
            StateMinimumHours = rule?.Hours,
            ExtendedTraining = boardCertified || documented >= TierAssessor.ExtendedHours,
            RelevantSpecialty = SpecialtiesOf(therapist, asOf, knowledge).Overlaps(relevant),
        };
    }

    /// <summary>The modalities of all confirmed specialty credentials.</summary>
    public static ModalitySet SpecialtiesOf(TherapistProfile therapist, DateOnly asOf, KnowledgeTables knowledge)
    {
        var specialties = ModalitySet.Empty;
        foreach (var certification in therapist.Certifications)
        {
            if (IsConfirmed(certification, asOf) && knowledge.Find(certification.Credential)?.Kind == CredentialKind.Specialty)
                specialties |= knowledge.ModalitiesOf(certification.Credential);
        }

        return specialties;
    }

    private static bool HasNumberedLicence(TherapistProfile therapist)
    {
        foreach (var licence in therapist.Licences)
        {
            if (licence.Number.AsSpan().ContainsAnyInRange('0', '9'))
                return true;
        }

        return false;
    }

    /// <summary>Is there an active licence, confirmed in time? In a state without a licence law one of any state serves.</summary>
    private static (bool Confirmed, DateOnly? CheckedOn) LicenceCheck(TherapistProfile therapist, StateCode state, StateRule? rule, DateOnly asOf)
    {
        var anyState = rule is { RequiresLicence: false };
        DateOnly? newest = null;
        foreach (var licence in therapist.Licences)
        {
            if ((anyState || licence.State == state) && licence.CheckedOn is { } day && (newest is null || day > newest)
                && licence.Status is LicenceStatus.Active or LicenceStatus.ActiveWithConditions
                && !(licence.IssuedOn > asOf) && !(licence.ExpiresOn < asOf) && licence.IsForMassage)
            {
                newest = day;
            }
        }

        return (newest is { } checkedOn && AgeInDays(checkedOn, asOf) <= TierAssessor.LicenceCheckDays, newest);
    }

    private static bool HoldsConfirmed(CredentialKind kind, TherapistProfile therapist, DateOnly asOf, KnowledgeTables knowledge)
    {
        foreach (var certification in therapist.Certifications)
        {
            if (IsConfirmed(certification, asOf) && knowledge.Find(certification.Credential)?.Kind == kind)
                return true;
        }

        return false;
    }

    /// <summary>By its issuer or on paper, and not longer ago than papers are asked for again.</summary>
    private static bool IsConfirmed(Certification certification, DateOnly asOf) =>
        certification.ConfirmedOn is { } day && asOf < VerificationClock.DueOn(VerificationAspect.Certification, day) && !(certification.IssuedOn > asOf) && !(certification.ExpiresOn < asOf);

    private static int AgeInDays(DateOnly day, DateOnly asOf) => asOf.DayNumber - day.DayNumber;
}
