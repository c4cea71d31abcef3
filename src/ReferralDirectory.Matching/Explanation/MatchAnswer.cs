using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Explanation;

/// <summary>The answer to a referral: numbers and codes; sentences are made elsewhere.</summary>
public sealed record MatchAnswer
{
    public required ScreeningResult Screening { get; init; }

    /// <summary>Eligible therapists, shown or not. Null: nobody wanted to know.</summary>
    public required int? Total { get; init; }

    public required ImmutableArray<MatchHit> Results { get; init; }
    public required ImmutableArray<FunnelStep> Funnel { get; init; }
    public required ImmutableArray<Relaxation> Relaxations { get; init; }

    /// <summary>The radius that was used: the caller's, or the step that was chosen. Null: none was named, and screening let nobody be sought.</summary>
    public required Miles? Radius { get; init; }

    public required bool RadiusChosen { get; init; }
    public required int MinTier { get; init; }
}

/// <summary>One therapist, as its best candidate.</summary>
public sealed record MatchHit
{
    public required int Rank { get; init; }
    public required TherapistProfile Therapist { get; init; }
    public required Listing Listing { get; init; }
    public required VisitMode Mode { get; init; }
    public required Miles Distance { get; init; }

    /// <summary>Millionths of a point; the sum of the contributions; 100 points are the most.</summary>
    public required long Score { get; init; }

    public required ImmutableArray<RuleScore> Components { get; init; }
    public required ImmutableArray<GateOutcome> Gates { get; init; }
    public required VettingAssessment Vetting { get; init; }
    public required NetworkEvidence? Network { get; init; }

    /// <summary>Codes: <c>plan-not-confirmed</c>, <c>licence-with-conditions</c>, <c>accepting-unknown</c>, and findings' codes.</summary>
    public required ImmutableArray<string> Cautions { get; init; }
}

public enum RuleId { ModalityFit, Vetting, NetworkEvidence, Distance, Availability, Record, Preferences }

/// <summary>One rule's share in a score.</summary>
/// <param name="Raw">Millionths, 0 … 1,000,000.</param>
public sealed record RuleScore(RuleId Rule, int Raw, int Weight, Evidence Evidence)
{
    /// <summary>Millionths of a point.</summary>
    public long Contribution => (long)Raw * Weight;
}

public enum GateId { WithinRadius, Licensed, NotExcluded, Vetted, Accepting, InNetwork, Indicated, Credentialed, RequiredPreferences }

/// <summary>What one gate said of one candidate.</summary>
/// <param name="Code">Why, as a code: <c>active-licence</c>, <c>licence-expired</c>, <c>no-network-fact</c> ….</param>
public sealed record GateOutcome(GateId Gate, bool Passed, string Code, Evidence Evidence);

/// <summary>One step of the funnel. The last one, best per therapist, has no gate and counts therapists.</summary>
public sealed record FunnelStep(GateId? Gate, int In, int Out);

public enum RelaxationKind { RadiusMiles, InsurerWide, MinTier, Modality, Preference }

/// <summary>One change to the request and how many therapists would newly be eligible by it alone.</summary>
public sealed record Relaxation(RelaxationKind Kind, Miles? Radius, int? MinTier, Code<Modality>? Modality, Preference? Preference, int Adds);

/// <summary>Where one named therapist stands: among the eligible with its rank, or out by its first gate.</summary>
public sealed record TherapistExplanation
{
    public required ScreeningResult Screening { get; init; }

    /// <summary>Null when a gate keeps the therapist out, or when the order itself is blocked or advised against.</summary>
    public required MatchHit? Hit { get; init; }

    /// <summary>Of the candidate that got furthest, up to the first gate that failed; empty when the therapist has no listing.</summary>
    public required ImmutableArray<GateOutcome> Gates { get; init; }

    public required GateOutcome? FirstFailed { get; init; }

    /// <summary>The smallest changes to the request that would let the therapist in; empty: nothing the caller can change.</summary>
    public required ImmutableArray<Relaxation> WhatWouldChangeIt { get; init; }

    public required int Total { get; init; }
    public required Miles? Radius { get; init; }
}
