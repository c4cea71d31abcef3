namespace ReferralDirectory.Matches.Requests;

/// <summary>What is ordered. A physician's order names at least one diagnosis, condition or modality.</summary>
internal sealed record OrderRequest
{
    /// <summary>ICD-10-CM codes, the dot optional; the first is the primary diagnosis.</summary>
    public IReadOnlyList<string>? Diagnoses { get; init; }

    /// <summary>Codes of <c>/v1/conditions</c>; they come after the diagnoses.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>Codes of <c>/v1/modalities</c>: only those that the physician insists on.</summary>
    public IReadOnlyList<string>? Modalities { get; init; }

    /// <summary>1 … 365.</summary>
    public int? Sessions { get; init; }

    /// <summary>1 … 480.</summary>
    public int? MinutesPerSession { get; init; }

    public DateOnly? PrescribedOn { get; init; }
    public PrescriberRequest? Prescriber { get; init; }

    /// <summary>Left out: screening was not answered, and clearance is required.</summary>
    public ScreeningRequest? Screening { get; init; }

    /// <summary><c>advised-against</c>: the physician knows that a guideline speaks against it and insists.</summary>
    public IReadOnlyList<string>? Acknowledged { get; init; }
}

/// <summary>Who signs the order.</summary>
internal sealed record PrescriberRequest
{
    public string? Name { get; init; }

    /// <summary>A National Provider Identifier: ten digits with a valid check digit.</summary>
    public string? Npi { get; init; }
}

/// <summary>The answers to the questions of <c>/v1/knowledge</c> about contraindications.</summary>
internal sealed record ScreeningRequest
{
    /// <summary><c>none</c> alone, or the codes of all that apply.</summary>
    public required IReadOnlyList<string> Answers { get; init; }
}
