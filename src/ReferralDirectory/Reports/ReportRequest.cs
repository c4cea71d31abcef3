using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Reports;

/// <summary>What is wrong with a therapist's entry. Say nothing about a patient.</summary>
internal sealed record ReportRequest
{
    /// <summary>An id as answers show it.</summary>
    /// <example>thr_000001</example>
    public required string TherapistId { get; init; }

    /// <summary>The place that is meant, an id as answers show it. Needed for a telephone number, a move and new patients where the therapist has several.</summary>
    public string? ListingId { get; init; }

    public required ReportKind Kind { get; init; }

    /// <summary>The insurer in whose network the therapist is not: an id or an alias of /v1/insurers. Needed for `not-in-network`, and only there.</summary>
    public string? Insurer { get; init; }

    /// <summary>What to know for checking it, at most 4,000 characters; shown to nobody but whoever answers. Needed for `other`.</summary>
    public string? Comment { get; init; }
}
