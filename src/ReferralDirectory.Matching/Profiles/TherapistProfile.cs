using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Profiles;

/// <summary>
/// One therapist as resolved from all source records and the ledger: what the compiler reads and what cards show.
/// Nothing here depends on today; tiers and confidence are computed from it and a date.
/// </summary>
public sealed record TherapistProfile
{
    public required TherapistId Id { get; init; }

    /// <summary>The store revision that last changed this therapist.</summary>
    public required long Revision { get; init; }

    public required bool Synthetic { get; init; }

    /// <summary>Another person with a clearly different name uses one of this therapist's keys: positive checks by key do not count.</summary>
    public required bool IdentityConflict { get; init; }

    public required Sourced<PersonName> Name { get; init; }
    public Sourced<Npi>? Npi { get; init; }
    public Sourced<Gender>? Gender { get; init; }
    public ImmutableArray<Sourced<string>> Languages { get; init; } = [];
    public Sourced<string>? Email { get; init; }
    public Sourced<string>? Website { get; init; }

    /// <summary>Hours of massage education as an organisation states them: they may lower a tier, never lift one.</summary>
    public Sourced<int>? StatedTrainingHours { get; init; }

    /// <summary>Hours of massage education for which the ledger has a document.</summary>
    public Sourced<int>? DocumentedTrainingHours { get; init; }

    public Sourced<bool>? LiabilityCover { get; init; }

    /// <summary>The last day on which the liability cover holds, as confirmed, or with the membership that brings it; null: not stated.</summary>
    public DateOnly? LiabilityCoverUntil { get; init; }

    /// <summary>The worst that the checks of the federal exclusion list leave standing.</summary>
    public ExclusionCheck? Exclusion { get; init; }

    public ImmutableArray<Licence> Licences { get; init; } = [];
    public ImmutableArray<Certification> Certifications { get; init; } = [];
    public ImmutableArray<OfferedModality> Modalities { get; init; } = [];
    public ImmutableArray<NetworkFact> Networks { get; init; } = [];
    public ImmutableArray<Membership> Memberships { get; init; } = [];
    public ReferralRecord? Referrals { get; init; }
    public ImmutableArray<Listing> Listings { get; init; } = [];

    /// <summary>What speaks against some of these facts.</summary>
    public ImmutableArray<Doubt> Doubts { get; init; } = [];
}

/// <summary>One therapist at one place (FHIR PractitionerRole).</summary>
public sealed record Listing(ListingId Id, PracticePlace Place);

/// <summary>The answer of the exclusion list about a therapist.</summary>
/// <param name="ValidUntil">The last day on which the answer holds by the source's own word; null: not stated.</param>
public sealed record ExclusionCheck(ExclusionStatus Status, Provenance From, DateOnly? ValidUntil = null);

public enum ExclusionStatus { Clear, PossibleMatch, Excluded }
