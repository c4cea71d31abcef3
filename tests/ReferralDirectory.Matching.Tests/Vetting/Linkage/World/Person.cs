using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.LinkageWorld;

/// <summary>Somebody as they are, before any list writes about them.</summary>
internal sealed record Person
{
    public required int Number { get; init; }
    public required string Given { get; init; }
    public required string Middle { get; init; }
    public required string Family { get; init; }
    public string Suffix { get; init; } = "";

    /// <summary>Before a marriage; null: never changed.</summary>
    public string? FormerFamily { get; init; }

    public required Gender Gender { get; init; }
    public required string[] Languages { get; init; }
    public required Npi Npi { get; init; }
    public required Licence Licence { get; init; }

    /// <summary>Of the state left; null: stayed in the state.</summary>
    public Licence? FormerLicence { get; init; }

    public required Spot[] Places { get; init; }
    public required string[] Phones { get; init; }
    public required string[] Emails { get; init; }
    public Spot? FormerPlace { get; init; }
    public string? FormerPhone { get; init; }
}

/// <summary>An address on the map, with the telephone and e-mail of the house where it is a clinic.</summary>
internal sealed record Spot(PostalAddress Address, GeoPoint Point, string? Phone = null, string? Email = null);

/// <summary>What a list says, and whom it means.</summary>
internal sealed record LabelledRecord(SourceRecord Record, int Person);
