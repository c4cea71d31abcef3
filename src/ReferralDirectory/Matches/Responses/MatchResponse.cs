using System.Collections.Immutable;

namespace ReferralDirectory.Matches.Responses;

/// <summary>The answer to a referral: safety findings first, then the therapists, then how the list came about.</summary>
internal sealed record MatchResponse
{
    public required ScreeningResponse Screening { get; init; }

    /// <summary>Eligible therapists, shown or not. Left out where <c>total</c> was <c>none</c> and nothing else needed the count.</summary>
    public int? Total { get; init; }

    public required ImmutableArray<MatchResult> Results { get; init; }

    /// <summary>How many entered and left each gate; the last <c>out</c> is <c>total</c>.</summary>
    public ImmutableArray<FunnelStepResponse>? Funnel { get; init; }

    /// <summary>Single changes to the request that would add therapists.</summary>
    public ImmutableArray<RelaxationResponse>? Relaxations { get; init; }

    /// <summary>The radius that was used. Left out when none was named and screening let nobody be sought.</summary>
    public double? RadiusMiles { get; init; }

    /// <summary>True: the request named no radius, and the smallest one that fills the answer was taken.</summary>
    public required bool RadiusChosen { get; init; }

    /// <summary>The lowest tier that is shown.</summary>
    public required int MinTier { get; init; }

    /// <summary><c>score</c> or <c>distance</c>.</summary>
    public required string Sort { get; init; }

    public required GeocodeResponse Geocode { get; init; }

    /// <summary>True: at least one therapist shown is an invented person of the demonstration data.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>The day of the first session, on which the gates hold.</summary>
    public required DateOnly ServiceDate { get; init; }

    public required string RulesetVersion { get; init; }
    public required string KnowledgeVersion { get; init; }
    public required long IndexRevision { get; init; }

    /// <summary>Today in the patient's state: ages and tiers are counted from it.</summary>
    public required DateOnly AsOf { get; init; }
}

/// <summary>What the safety rows say of the order.</summary>
internal sealed record ScreeningResponse
{
    /// <summary><c>clear</c>, <c>clearance-required</c>, <c>advised-against</c> or <c>blocked</c>.</summary>
    public required string Outcome { get; init; }

    public required ImmutableArray<FindingResponse> Findings { get; init; }

    /// <summary>Modalities that may not be used for this order.</summary>
    public ImmutableArray<string>? StruckOut { get; init; }

    /// <summary>Credentials that the order asks for.</summary>
    public ImmutableArray<RequirementResponse>? Requirements { get; init; }
}

/// <summary>One thing that was found.</summary>
internal sealed record FindingResponse
{
    public required string Code { get; init; }

    /// <summary><c>absolute</c>, <c>clearance</c>, <c>caution</c>, <c>advised-against</c> or <c>info</c>.</summary>
    public required string Level { get; init; }

    /// <summary><c>order</c>, <c>modalities</c> or <c>site</c>.</summary>
    public required string Scope { get; init; }

    public ImmutableArray<string>? Modalities { get; init; }
    public string? Site { get; init; }

    /// <summary>The diagnosis or the answer that the finding comes from.</summary>
    public string? TriggeredBy { get; init; }

    public required string Text { get; init; }

    /// <summary>The publication; left out for what the product itself says.</summary>
    public string? Source { get; init; }
}

/// <summary>A credential that the order asks for.</summary>
internal sealed record RequirementResponse(string Code, string Name, string Text, string Source);

/// <summary>One gate: how many came in and how many went on.</summary>
/// <param name="Unit"><c>candidate</c>, a therapist at one place in one way; <c>therapist</c> in the last step.</param>
internal sealed record FunnelStepResponse(string Gate, string Unit, int In, int Out);

/// <summary>One change to the request.</summary>
/// <param name="Change"><c>radiusMiles</c>, <c>plan</c>, <c>minTier</c>, <c>modality</c> or <c>preference</c>.</param>
/// <param name="To">The new value, a number or a word; for a preference, the one that is no longer required.</param>
/// <param name="Adds">Therapists who would newly be eligible by this change alone.</param>
internal sealed record RelaxationResponse(string Change, object To, int Adds, string Text);

/// <summary>Where the patient was placed.</summary>
/// <param name="Precision"><c>zip</c>, <c>point</c>, <c>approximate</c>, <c>city</c> or <c>coordinates</c>.</param>
internal sealed record GeocodeResponse(string Precision, double UncertaintyMiles);
