using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>A trade organisation or another body that publishes facts.</summary>
internal sealed record OrganizationRow
{
    public required Code<Organization> Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public string? Website { get; init; }
    public required bool Synthetic { get; init; }

    public Organization ToOrganization() => new(Id, Name, Kind, Website, Synthetic);

    public static OrganizationRow Of(Organization organization) => new()
    {
        Id = organization.Id,
        Name = organization.Name,
        Kind = organization.Kind,
        Website = organization.Website,
        Synthetic = organization.Synthetic,
    };
}
