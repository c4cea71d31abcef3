using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>A therapist as resolved; lists of facts are rows of their own. A fact that is not stated has neither value nor provenance.</summary>
internal sealed record TherapistRow
{
    public required long Id { get; init; }

    /// <summary>The store revision that last changed this therapist.</summary>
    public required long Revision { get; init; }

    public required bool Synthetic { get; init; }
    public required bool IdentityConflict { get; init; }

    public required string Given { get; init; }
    public required string Family { get; init; }
    public string? Middle { get; init; }
    public string? Suffix { get; init; }
    public required Provenance NameFrom { get; init; }

    public Npi? Npi { get; init; }
    public Provenance? NpiFrom { get; init; }
    public Gender? Gender { get; init; }
    public Provenance? GenderFrom { get; init; }
    public string? Email { get; init; }
    public Provenance? EmailFrom { get; init; }
    public string? Website { get; init; }
    public Provenance? WebsiteFrom { get; init; }
    public int? StatedTrainingHours { get; init; }
    public Provenance? StatedTrainingHoursFrom { get; init; }
    public int? DocumentedTrainingHours { get; init; }
    public Provenance? DocumentedTrainingHoursFrom { get; init; }
    public bool? LiabilityCover { get; init; }
    public Provenance? LiabilityCoverFrom { get; init; }
    public DateOnly? LiabilityCoverUntil { get; init; }
    public ExclusionStatus? Exclusion { get; init; }
    public Provenance? ExclusionFrom { get; init; }
    public DateOnly? ExclusionValidUntil { get; init; }

    public int? ReferralsSent { get; init; }
    public int? ReferralsAccepted { get; init; }
    public int? ReferralsReportedBack { get; init; }
}
