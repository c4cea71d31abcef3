using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reviews;

/// <summary>By what a person tells whether two are one. For whoever decides, and never published: birth dates are restricted.</summary>
/// <param name="Source">Who says so.</param>
/// <param name="Name">And under which other one, where that is known.</param>
/// <param name="Places">Cities with their states.</param>
/// <param name="Note">What else there is: the exclusion, or the licences.</param>
internal sealed record Particulars(string Source, string Name, DateOnly? BirthDate, string? Npi, IReadOnlyList<string> Places, string Note)
{
    public static Particulars Of(ExclusionListRow entry, string source) => new(
        source, entry.BusinessName ?? Full(entry.ToEntry().Name), entry.BirthDate, entry.Npi?.ToString(), PlacesOf([(entry.City, entry.State)]), $"{entry.Type} of {entry.ExcludedOn:O}");

    public static Particulars Of(SourceRecord record) => new(
        record.Organization.Value, record.OtherName is null ? Full(record.Name) : $"{Full(record.Name)}, also {Full(record.OtherName)}", record.BirthDate, record.Npi?.ToString(),
        PlacesOf(record.Places.Select(place => ((string?)place.Address.City, (StateCode?)place.Address.State))),
        string.Join(", ", record.Licences.Select(licence => $"{licence.State.PostalCode} {licence.Number}")));

    /// <summary>In one line.</summary>
    public override string ToString() => string.Join(
        "; ", new[] { $"{Source}: {Name}", BirthDate is { } born ? $"born {born:O}" : "", string.Join(", ", Places), Npi is null ? "" : $"NPI {Npi}", Note }.Where(part => part.Length > 0));

    private static IReadOnlyList<string> PlacesOf(IEnumerable<(string? City, StateCode? State)> places) =>
        [.. places.Select(place => string.Join(", ", new[] { place.City, place.State?.PostalCode }.OfType<string>())).Where(place => place.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string Full(PersonName? name) => string.Join(' ', new[] { name?.Given, name?.Middle, name?.Family, name?.Suffix }.Where(part => !string.IsNullOrEmpty(part)));
}
