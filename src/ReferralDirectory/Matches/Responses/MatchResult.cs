using System.Collections.Immutable;

namespace ReferralDirectory.Matches.Responses;

/// <summary>One therapist at the best place for this patient, with the reasons.</summary>
internal sealed record MatchResult
{
    public required int Rank { get; init; }

    /// <summary>0 … 100; the sum of the contributions.</summary>
    public required decimal Score { get; init; }

    public required double DistanceMiles { get; init; }

    /// <summary><c>office</c> or <c>home-visit</c>.</summary>
    public required string Mode { get; init; }

    public required TherapistCard Therapist { get; init; }
    public required ListingCard Listing { get; init; }
    public NetworkCard? Network { get; init; }
    public ImmutableArray<ComponentResponse>? Components { get; init; }
    public ImmutableArray<GateResponse>? Gates { get; init; }
    public required ImmutableArray<CautionResponse> Cautions { get; init; }

    /// <summary>One plain sentence.</summary>
    public required string Summary { get; init; }
}

internal sealed record TherapistCard
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>0 nothing checked … 4 a specialty credential confirmed that fits the order.</summary>
    public required int VettingTier { get; init; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>: how much the tier rests on.</summary>
    public required string Confidence { get; init; }

    public ImmutableArray<string>? Languages { get; init; }
    public string? Website { get; init; }

    /// <summary>True: an invented person of the demonstration data.</summary>
    public required bool Synthetic { get; init; }
}

internal sealed record ListingCard
{
    public required string Id { get; init; }
    public required AddressCard Address { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    public string? Setting { get; init; }
    public bool? WheelchairAccessible { get; init; }
    public decimal? SelfPayPriceUsd { get; init; }

    /// <summary><c>yes</c>, <c>no</c>, <c>existing-only</c> or <c>unknown</c>.</summary>
    public required string Accepting { get; init; }

    public DateOnly? NextOpening { get; init; }
}

/// <param name="Line1">Left out where the therapist only travels: the address may be a home. The point is the ZIP's then.</param>
internal sealed record AddressCard(string? Line1, string? Line2, string City, string State, string Zip);

/// <summary>Whether the payer's network holds the therapist. Being in a network is not a benefit.</summary>
internal sealed record NetworkCard
{
    /// <summary><c>in-network</c>, <c>out-of-network</c>, <c>unknown</c> or <c>self-pay</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>plan</c>, <c>insurer-wide</c>, <c>other-network</c> or <c>none</c>.</summary>
    public required string ConfirmedFor { get; init; }

    public string? Network { get; init; }

    /// <summary>How it is known: <c>insurer-file</c>, <c>organization</c>, <c>self-reported</c>, ….</summary>
    public string? Source { get; init; }

    public DateOnly? AsOf { get; init; }
}

/// <summary>One rule's share of the score: <c>contribution</c> is <c>raw</c> times <c>weight</c>.</summary>
internal sealed record ComponentResponse(string Rule, decimal Raw, int Weight, decimal Contribution, string Because, RuleEvidence? Evidence);

/// <summary>What one gate said, and why.</summary>
internal sealed record GateResponse(string Gate, bool Passed, string Code, string Because);

internal sealed record CautionResponse(string Code, string Text);
