using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Matches.Responses;

/// <summary>The facts behind a component. Its members depend on the rule.</summary>
[JsonDerivedType(typeof(FitFacts))]
[JsonDerivedType(typeof(VettingFacts))]
[JsonDerivedType(typeof(NetworkFacts))]
[JsonDerivedType(typeof(DistanceFacts))]
[JsonDerivedType(typeof(AvailabilityFacts))]
[JsonDerivedType(typeof(RecordFacts))]
[JsonDerivedType(typeof(PreferenceFacts))]
internal abstract record RuleEvidence;

/// <summary>Of <c>modality-fit</c>: the pair of the primary diagnosis, and those of the others.</summary>
internal sealed record FitFacts : RuleEvidence
{
    public string? Diagnosis { get; init; }
    public required string Modality { get; init; }

    /// <summary><c>A</c> … <c>D</c>; left out where no indication is known.</summary>
    public string? Grade { get; init; }

    /// <summary><c>certified</c>, <c>documented</c> or <c>listed</c>.</summary>
    public required string Training { get; init; }

    public string? Limits { get; init; }
    public string? Source { get; init; }
    public ImmutableArray<FitFacts>? Others { get; init; }
}

/// <summary>Of <c>vetting</c>.</summary>
internal sealed record VettingFacts : RuleEvidence
{
    public required int Tier { get; init; }
    public DateOnly? LicenceCheckedOn { get; init; }
    public DateOnly? ExclusionCheckedOn { get; init; }
    public int? KnownHours { get; init; }
    public required bool HoursDocumented { get; init; }
    public int? StateMinimumHours { get; init; }

    /// <summary>What is missing for the next tier.</summary>
    public ImmutableArray<string>? Missing { get; init; }
}

/// <summary>Of <c>network-evidence</c>.</summary>
/// <param name="AppliesTo"><c>listing</c>: the source spoke of this place; <c>provider</c>: of the therapist, wherever.</param>
internal sealed record NetworkFacts(string Status, string ConfirmedFor, string? AppliesTo, string? Source, DateOnly? AsOf, int? AgeDays) : RuleEvidence;

/// <summary>Of <c>distance</c>.</summary>
internal sealed record DistanceFacts(double DistanceMiles, double LimitMiles, string Mode) : RuleEvidence;

/// <summary>Of <c>availability</c>.</summary>
internal sealed record AvailabilityFacts(string Accepting, string Source, DateOnly AsOf, int? AgeDays, DateOnly? NextOpening) : RuleEvidence;

/// <summary>Of <c>record</c>.</summary>
internal sealed record RecordFacts(int Sent, int Accepted, int ReportedBack) : RuleEvidence;

/// <summary>Of <c>preferences</c>.</summary>
internal sealed record PreferenceFacts(ImmutableArray<string> Stated, ImmutableArray<string> Held) : RuleEvidence;
