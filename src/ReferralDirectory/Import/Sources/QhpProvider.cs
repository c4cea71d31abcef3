using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// One item of a <c>providers.json</c> (CMS, "QHP provider and formulary APIs"), as far as it is used. Insurers misspell members, leave them
/// out, and write one thing where a list belongs.
/// </summary>
internal sealed record QhpProvider
{
    [JsonConverter(typeof(LooseText))]
    public string? Npi { get; init; }

    /// <summary><c>INDIVIDUAL</c> or <c>FACILITY</c>.</summary>
    [JsonConverter(typeof(LooseText))]
    public string? Type { get; init; }

    [JsonConverter(typeof(LooseObjects<QhpName>))]
    public ImmutableArray<QhpName> Name { get; init; } = [];

    [JsonConverter(typeof(LooseObjects<QhpAddress>))]
    public ImmutableArray<QhpAddress> Addresses { get; init; } = [];

    /// <summary>As the schema of 2015 spells it.</summary>
    [JsonConverter(typeof(LooseTexts))]
    public ImmutableArray<string> Speciality { get; init; } = [];

    /// <summary>As the later samples spell it.</summary>
    [JsonConverter(typeof(LooseTexts))]
    public ImmutableArray<string> Specialty { get; init; } = [];

    [JsonConverter(typeof(LooseText))]
    public string? Accepting { get; init; }

    [JsonConverter(typeof(LooseObjects<QhpPlan>))]
    public ImmutableArray<QhpPlan> Plans { get; init; } = [];

    [JsonConverter(typeof(LooseText))]
    public string? LastUpdatedOn { get; init; }
}

internal sealed record QhpName
{
    [JsonConverter(typeof(LooseText))]
    public string? First { get; init; }

    [JsonConverter(typeof(LooseText))]
    public string? Middle { get; init; }

    [JsonConverter(typeof(LooseText))]
    public string? Last { get; init; }
}

internal sealed record QhpAddress
{
    [JsonConverter(typeof(LooseText))]
    public string? Zip { get; init; }
}

/// <summary>That a plan covers the provider; in a <c>plans.json</c> the plan itself.</summary>
internal sealed record QhpPlan
{
    [JsonConverter(typeof(LooseText))]
    public string? PlanId { get; init; }

    [JsonConverter(typeof(LooseText))]
    public string? NetworkTier { get; init; }

    [JsonConverter(typeof(LooseTexts))]
    public ImmutableArray<string> Years { get; init; } = [];

    [JsonConverter(typeof(LooseText))]
    public string? Accepting { get; init; }

    [JsonConverter(typeof(LooseText))]
    public string? MarketingName { get; init; }
}
