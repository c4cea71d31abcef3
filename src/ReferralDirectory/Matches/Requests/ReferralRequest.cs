namespace ReferralDirectory.Matches.Requests;

/// <summary>A referral: who asks, where the patient is and who pays, what is ordered, and what is preferred.</summary>
internal abstract record ReferralRequest
{
    /// <summary><c>physician</c> (default) or <c>patient</c>: sets the published weights and the default of <c>minTier</c>.</summary>
    /// <example>physician</example>
    public string? Audience { get; init; }

    public required PatientRequest Patient { get; init; }
    public required OrderRequest Order { get; init; }
    public PreferencesRequest? Preferences { get; init; }

    /// <summary>The lowest vetting tier to show, 0 … 4. Default: 2 for physicians, 1 for patients.</summary>
    public int? MinTier { get; init; }

    /// <summary><c>score</c> (default) or <c>distance</c>.</summary>
    /// <example>score</example>
    public string? Sort { get; init; }

    /// <summary>The day of the first session, from today to 365 days ahead, in the patient's state. Default: today.</summary>
    public DateOnly? ServiceDate { get; init; }

    /// <summary>How many therapists to show, 1 … 100. Default 10.</summary>
    /// <example>10</example>
    public int? Limit { get; init; }

    /// <summary>Which explanations to send: <c>components</c>, <c>gates</c>, <c>funnel</c>, <c>relaxations</c>. Default: all.</summary>
    public IReadOnlyList<string>? Include { get; init; }
}

/// <summary>The body of <c>POST /v1/matches</c>.</summary>
internal sealed record MatchRequest : ReferralRequest
{
    /// <summary>
    /// Whether all who are eligible are counted: <c>accurate</c> (default), or <c>none</c>, which is faster. They are counted anyway where
    /// <c>include</c> has <c>funnel</c> or <c>relaxations</c>.
    /// </summary>
    /// <example>accurate</example>
    public string? Total { get; init; }
}

/// <summary>As FHIR's <c>_total</c> has it.</summary>
internal enum TotalCount { Accurate, None }

/// <summary>The body of <c>POST /v1/matches/explain</c>: the same referral, and the therapist that is asked about.</summary>
internal sealed record ExplainRequest : ReferralRequest
{
    /// <summary>An id as answers show it.</summary>
    /// <example>thr_00001a</example>
    public required string TherapistId { get; init; }
}
