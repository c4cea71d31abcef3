using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Profiles;

/// <summary>Somebody on a list of people and businesses that federal health programs may not pay (OIG LEIE).</summary>
/// <param name="Key">Tells the entry from all others of its list, and is the same in every later file.</param>
/// <param name="Name">Null for a business. The list cuts names at <see cref="FamilyLength"/> and <see cref="GivenLength"/>.</param>
/// <param name="Npi">Null where the list has none: nine rows of ten.</param>
/// <param name="BirthDate">Restricted: never published.</param>
/// <param name="City">Of the address; null where the list has none.</param>
/// <param name="State">Of the address; null where the list has none.</param>
/// <param name="Type">The paragraph of the law, <c>1128a1</c>.</param>
public sealed record ExclusionListEntry(
    string Key, PersonName? Name, string? BusinessName, Npi? Npi, DateOnly? BirthDate, string? City, StateCode? State, string Type, DateOnly ExcludedOn)
{
    public const int FamilyLength = 20;
    public const int GivenLength = 15;
}
