using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>An entry of an exclusion list as it stands. Kept, so that people who come later are compared with it, too.</summary>
internal sealed record ExclusionListRow
{
    public required string Key { get; init; }
    public string? FamilyName { get; init; }
    public string? GivenName { get; init; }
    public string? MiddleName { get; init; }
    public string? BusinessName { get; init; }
    public Npi? Npi { get; init; }

    /// <summary>Restricted: never published.</summary>
    public DateOnly? BirthDate { get; init; }

    public string? City { get; init; }
    public StateCode? State { get; init; }
    public required string Type { get; init; }
    public required DateOnly ExcludedOn { get; init; }

    public ExclusionListEntry ToEntry() => new(
        Key, FamilyName is null ? null : new PersonName(GivenName ?? "", FamilyName, MiddleName), BusinessName, Npi, BirthDate, City, State, Type, ExcludedOn);

    public static ExclusionListRow Of(ExclusionListEntry entry) => new()
    {
        Key = entry.Key,
        FamilyName = entry.Name?.Family,
        GivenName = entry.Name?.Given,
        MiddleName = entry.Name?.Middle,
        BusinessName = entry.BusinessName,
        Npi = entry.Npi,
        BirthDate = entry.BirthDate,
        City = entry.City,
        State = entry.State,
        Type = entry.Type,
        ExcludedOn = entry.ExcludedOn,
    };
}
