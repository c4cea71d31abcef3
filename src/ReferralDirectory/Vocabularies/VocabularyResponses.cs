using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Vocabularies;

/// <param name="Group">`massage`, `lymphatic`, `bodywork`, `specialty` or `adjunct`.</param>
internal sealed record ModalityResponse(string Code, string Name, string Group, string Description, string Source);

/// <param name="Icd10Prefixes">ICD-10-CM codes that begin with one of these belong to the condition.</param>
internal sealed record ConditionResponse(string Code, string Name, IReadOnlyList<string> Icd10Prefixes, string? Notes);

/// <param name="Aliases">What people type, and what every `insurer` parameter takes.</param>
/// <param name="States">Where the insurer sells; empty: not stated.</param>
internal sealed record InsurerResponse(string Id, string Name, IReadOnlyList<string> Aliases, InsurerKind Kind, IReadOnlyList<string> States);

internal sealed record PlanResponse(string Insurer, string Id, string Name, string Kind, IReadOnlyList<NetworkResponse> Networks);

internal sealed record NetworkResponse(string Id, string Name);

/// <param name="Title">The official title.</param>
/// <param name="Conditions">The conditions of the tables that the code belongs to.</param>
/// <param name="Billable">False for a heading, which no claim takes. Missing unless the release has the code.</param>
internal sealed record Icd10Response(string Code, string Title, IReadOnlyList<string> Conditions, bool? Billable);

/// <param name="Items">At most `limit` of those that fit.</param>
/// <param name="Total">All that fit.</param>
/// <param name="Release">Where the titles come from. Missing while no release was imported: then they are those of the short list.</param>
internal sealed record Icd10ListResponse(IReadOnlyList<Icd10Response> Items, int Total, Icd10ReleaseResponse? Release);

/// <param name="FiscalYear">Of the release, which begins in October of the year before.</param>
/// <param name="From">The first day on which its codes hold.</param>
internal sealed record Icd10ReleaseResponse(int FiscalYear, DateOnly From);

/// <param name="Zip">Missing for a city as a whole.</param>
/// <param name="Precision">How far the point can be trusted.</param>
/// <param name="UncertaintyMiles">How far a person of this place may be from the point.</param>
internal sealed record PlaceResponse(
    string? Zip, string City, string State, string? County, double Latitude, double Longitude, PlacePrecision Precision, double UncertaintyMiles);

/// <param name="Items">At most `limit` of those that fit.</param>
/// <param name="Total">All that fit.</param>
internal sealed record ListResponse<T>(IReadOnlyList<T> Items, int Total);
