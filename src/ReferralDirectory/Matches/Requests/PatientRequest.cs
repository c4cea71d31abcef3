namespace ReferralDirectory.Matches.Requests;

/// <summary>Nothing that names the patient: a place and a payer.</summary>
internal sealed record PatientRequest
{
    public required LocationRequest Location { get; init; }
    public required CoverageRequest Coverage { get; init; }
}

/// <summary>Exactly one of a ZIP, a latitude with a longitude, or a city with its state.</summary>
internal sealed record LocationRequest
{
    /// <summary>A five-digit ZIP code; of a ZIP+4 the first five digits count.</summary>
    /// <example>13202</example>
    public string? Zip { get; init; }

    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84: negative in the United States.</summary>
    public double? Longitude { get; init; }

    public string? City { get; init; }

    /// <summary><c>NY</c> or <c>US-NY</c>.</summary>
    public string? State { get; init; }
}

/// <summary>Who pays.</summary>
internal sealed record CoverageRequest
{
    /// <summary><c>health-plan</c> (default), <c>self-pay</c>, <c>auto-pip</c>, <c>workers-comp</c> or <c>va</c>: that of the insurer, where both are given.</summary>
    /// <example>health-plan</example>
    public string? Kind { get; init; }

    /// <summary>An id of <c>/v1/insurers</c>, or a name that it lists as an alias. Required for a health plan.</summary>
    /// <example>aetna</example>
    public string? Insurer { get; init; }

    /// <summary>A plan of that insurer, from <c>/v1/insurers/{id}/plans</c>.</summary>
    public string? Plan { get; init; }
}
