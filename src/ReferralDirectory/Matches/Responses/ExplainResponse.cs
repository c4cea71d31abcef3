using System.Collections.Immutable;

namespace ReferralDirectory.Matches.Responses;

/// <summary>Where one therapist stands for a referral, and why.</summary>
internal sealed record ExplainResponse
{
    public required ScreeningResponse Screening { get; init; }
    public required string TherapistId { get; init; }

    /// <summary>True: the therapist is among the eligible, with the result that shows where.</summary>
    public required bool Eligible { get; init; }

    public MatchResult? Result { get; init; }

    /// <summary>Of the candidate that got furthest, up to the first gate that failed: what lies behind it is not told.</summary>
    public required ImmutableArray<GateResponse> Gates { get; init; }

    /// <summary>The first gate that kept the therapist out.</summary>
    public GateResponse? FirstFailed { get; init; }

    /// <summary>The smallest changes to the request that together would let the therapist in; none: nothing that the caller can change.</summary>
    public required ImmutableArray<ChangeResponse> WhatWouldChangeIt { get; init; }

    /// <summary>One plain sentence: where the therapist stands, and what would change it.</summary>
    public required string Summary { get; init; }

    public required int Total { get; init; }
    public double? RadiusMiles { get; init; }
    public required GeocodeResponse Geocode { get; init; }

    /// <summary>True: an invented person of the demonstration data.</summary>
    public required bool Synthetic { get; init; }

    public required DateOnly ServiceDate { get; init; }
    public required string RulesetVersion { get; init; }
    public required string KnowledgeVersion { get; init; }
    public required long IndexRevision { get; init; }
    public required DateOnly AsOf { get; init; }
}

/// <summary>One change to the request.</summary>
/// <param name="Change"><c>radiusMiles</c>, <c>plan</c>, <c>minTier</c>, <c>modality</c> or <c>preference</c>.</param>
/// <param name="To">The new value, a number or a word; for a preference, the one that is no longer required.</param>
internal sealed record ChangeResponse(string Change, object To, string Text);
