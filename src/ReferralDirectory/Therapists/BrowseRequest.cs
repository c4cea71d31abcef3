using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace ReferralDirectory.Therapists;

/// <summary>The filters of the directory; all may be left out.</summary>
internal sealed record BrowseRequest
{
    /// <summary>A ZIP code, `latitude,longitude`, or `City, ST`.</summary>
    /// <example>13202</example>
    [FromQuery(Name = "near")] public string? Near { get; init; }

    /// <summary>How far from `near`, in miles, above 0 and at most 250. Default 25. Needs `near`.</summary>
    /// <example>25</example>
    [FromQuery(Name = "radiusMiles")] public double? RadiusMiles { get; init; }

    /// <summary>In a network of this insurer: an id or an alias of /v1/insurers.</summary>
    /// <example>aetna</example>
    [FromQuery(Name = "insurer")] public string? Insurer { get; init; }

    /// <summary>In a network of this plan: an id of /v1/insurers/{id}/plans. Needs `insurer`.</summary>
    [FromQuery(Name = "plan")] public string? Plan { get; init; }

    /// <summary>Offers this modality: a code of /v1/modalities.</summary>
    [FromQuery(Name = "modality")] public string? Modality { get; init; }

    /// <summary>Offers a modality that the tables support for this condition: a code of /v1/conditions.</summary>
    [FromQuery(Name = "condition")] public string? Condition { get; init; }

    /// <summary>Like `condition`, by an ICD-10-CM code. A code that no condition of the tables covers fits nobody.</summary>
    [FromQuery(Name = "icd10")] public string? Icd10 { get; init; }

    /// <summary>Speaks this language: a BCP 47 tag. `es` takes `es-MX`.</summary>
    [FromQuery(Name = "language")] public string? Language { get; init; }

    /// <summary>`female`, `male` or `other`.</summary>
    [FromQuery(Name = "gender")] public string? Gender { get; init; }

    /// <summary>`clinic`, `hospital`, `medical-office`, `private-practice`, `sports-facility` or `home-visit-only`.</summary>
    [FromQuery(Name = "setting")] public string? Setting { get; init; }

    /// <summary>What the listing says of new patients: `yes`, `no`, `existing-only` or `unknown`.</summary>
    [FromQuery(Name = "accepting")] public string? Accepting { get; init; }

    /// <summary>The lowest vetting tier to show, 0 to 4, judged in the listing's state. Default 0.</summary>
    [FromQuery(Name = "minTier")] public int? MinTier { get; init; }

    /// <summary>Has this National Provider Identifier.</summary>
    [FromQuery(Name = "npi")] public string? Npi { get; init; }

    /// <summary>Beginnings of words of the name, in any order; case and accents do not count. At most 200 characters.</summary>
    [FromQuery(Name = "q")] public string? Q { get; init; }

    /// <summary>`distance` (needs `near`, and is the default with it) or `name`.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; init; }

    /// <summary>`stale`: also places of which nobody has said anything for about a year, and what was said of new patients that long ago.</summary>
    [FromQuery(Name = "include")] public string? Include { get; init; }

    /// <summary>Rows on a page, 1 to 100. Default 20.</summary>
    [FromQuery(Name = "limit")] public int? Limit { get; init; }

    /// <summary>`next` of the page before. The other parameters must be the same.</summary>
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }

    /// <summary>Count what the filters leave by these, separated by commas: `modality`, `insurer`, `language`, `gender`, `setting`, `accepting`, `tier`.</summary>
    [FromQuery(Name = "facets")] public string? Facets { get; init; }

    /// <summary>The query without its page: what a cursor is bound to, and what the next page's address repeats.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> WithoutPage() =>
    [
        .. new (string Name, string? Value)[]
        {
            ("near", Near), ("radiusMiles", RadiusMiles?.ToString(CultureInfo.InvariantCulture)), ("insurer", Insurer), ("plan", Plan), ("modality", Modality),
            ("condition", Condition), ("icd10", Icd10), ("language", Language), ("gender", Gender), ("setting", Setting), ("accepting", Accepting),
            ("minTier", MinTier?.ToString(CultureInfo.InvariantCulture)), ("npi", Npi), ("q", Q), ("sort", Sort), ("include", Include),
        }.Where(parameter => parameter.Value is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value!)),
    ];
}
