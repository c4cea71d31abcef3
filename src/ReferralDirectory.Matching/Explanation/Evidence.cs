using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Explanation;

/// <summary>The facts that a gate or a rule looked at.</summary>
public abstract record Evidence;

/// <param name="Limit">The radius, or the therapist's own service radius for a home visit.</param>
public sealed record DistanceEvidence(Miles Distance, Miles Limit, VisitMode Mode) : Evidence;

/// <param name="Licence">The licence that let the candidate pass, or the one that came closest; null: none in the state.</param>
/// <param name="State">The state whose licence is needed.</param>
/// <param name="NoLicenceLaw">The state has no licence law on the service date.</param>
public sealed record LicenceEvidence(Licence? Licence, StateCode State, bool NoLicenceLaw) : Evidence;

public sealed record ExclusionEvidence(ExclusionCheck? Check) : Evidence;

public sealed record TierEvidence(VettingAssessment Assessment, int MinTier) : Evidence;

public sealed record AcceptingEvidence(Sourced<AcceptingPatients> Accepting, DateOnly? NextOpening, int? AgeDays) : Evidence;

/// <param name="Fact">The ruling fact; null where none is known or none is needed.</param>
public sealed record NetworkEvidence(NetworkStatus Status, NetworkScope ConfirmedFor, NetworkFact? Fact, int? AgeDays) : Evidence;

public enum NetworkStatus { InNetwork, OutOfNetwork, Unknown, SelfPay }

/// <summary>How closely the fact fits what was asked: a network of the plan, the insurer as a whole, or another network of the insurer.</summary>
public enum NetworkScope { None, Plan, InsurerWide, OtherNetwork }

/// <summary>A diagnosis and a modality for it.</summary>
/// <param name="Grade">Null: neutral, no indication is known.</param>
/// <param name="Fit">Millionths.</param>
public sealed record PairEvidence(
    Diagnosis? Diagnosis, Code<Modality> Modality, EvidenceGrade? Grade, TrainingEvidence Training, int Fit, string? Limits, string? Source);

public enum TrainingEvidence { Listed, Documented, Certified }

/// <summary>The best admissible pair of each diagnosis that has one, and what the therapist offers that the tables speak against.</summary>
public sealed record FitEvidence(ImmutableArray<PairEvidence> Pairs, ImmutableArray<RefusedPair> Refused, ImmutableArray<Code<Modality>> InsistedMissing) : Evidence
{
    /// <summary>The same is said, be it in other arrays.</summary>
    public bool Equals(FitEvidence? other) =>
        other is not null
        && Pairs.AsSpan().SequenceEqual(other.Pairs.AsSpan())
        && Refused.AsSpan().SequenceEqual(other.Refused.AsSpan())
        && InsistedMissing.AsSpan().SequenceEqual(other.InsistedMissing.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Pairs.Length, Pairs.IsDefaultOrEmpty ? null : Pairs[0], Refused.Length, InsistedMissing.Length);
}

/// <summary>An offered modality that does not count for the primary diagnosis: no effect, against, or struck out by screening.</summary>
public sealed record RefusedPair(Code<Modality> Modality, RefusalReason Reason, string? Source);

public enum RefusalReason { NoEffect, Against, StruckOut, PermissionMissing }

/// <param name="Requirements">All that the order asks for, and how each is met.</param>
public sealed record CredentialEvidence(ImmutableArray<RequirementOutcome> Requirements) : Evidence;

/// <param name="MetBy">The confirmed certificate; null when met by hours or not met.</param>
/// <param name="StatedOnly">A certificate that is claimed but not confirmed at its issuer.</param>
public sealed record RequirementOutcome(CredentialRequirement Requirement, bool Met, Certification? MetBy, int? DocumentedHours, Certification? StatedOnly);

public sealed record PreferenceEvidence(ImmutableArray<Preference> Stated, ImmutableArray<Preference> Held) : Evidence;

public sealed record RecordEvidence(ReferralRecord? Record) : Evidence;
