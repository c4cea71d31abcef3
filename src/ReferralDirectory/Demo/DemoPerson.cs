using System.Collections.Immutable;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>An invented therapist: what is true of them. Lists say parts of it, and checks confirm parts of it. Days count from the import.</summary>
internal sealed record DemoPerson
{
    public required int Index { get; init; }

    /// <summary>The tier that the checks shall bear out.</summary>
    public required int Tier { get; init; }

    /// <summary>For tier 1: what holds them back.</summary>
    public required DemoShortfall Shortfall { get; init; }

    public required PersonName Name { get; init; }
    public required Npi? Npi { get; init; }
    public required Gender Gender { get; init; }
    public required ImmutableArray<string> Languages { get; init; }
    public required ImmutableArray<DemoLicence> Licences { get; init; }
    public required int? Hours { get; init; }
    public required bool HoursDocumented { get; init; }
    public required bool? LiabilityCover { get; init; }
    public required ImmutableArray<DemoModality> Modalities { get; init; }
    public required ImmutableArray<DemoCertificate> Certificates { get; init; }
    public required ImmutableArray<DemoNetwork> Networks { get; init; }
    public required ImmutableArray<DemoPlace> Places { get; init; }

    /// <summary>How the ledger names the person: by NPI, else by the first licence; null when by neither.</summary>
    public string? Subject => Npi is { } npi ? $"npi:{npi}" : Licences.IsEmpty ? null : $"licence:{Licences[0].State}/{Licences[0].Number}";
}

internal enum DemoShortfall
{
    None, LicenceExpired, LicenceSuspended, LicenceRevoked, LicenceInterim, LicenceNotChecked, LicenceCheckStale, ExclusionNotChecked, ExclusionCheckStale,
    PossibleExclusion, Excluded, NoLiabilityCover, TooFewHours,
}

internal sealed record DemoLicence(StateCode State, string Title, string Number, LicenceStatus Status, int ExpiresDay, int? CheckedDay);

internal sealed record DemoModality(string Code, TrainingLevel Level, int? StatedHours, int? DocumentedHours);

internal sealed record DemoCertificate(string Code, int ExpiresDay, bool Confirmed);

/// <param name="Confirmed">What the insurer's own file says; null: the insurer was not asked.</param>
internal sealed record DemoNetwork(string Insurer, string? Network, bool? Confirmed, int CheckedDay);

internal sealed record DemoPlace(
    Place Zip, string Line1, decimal Latitude, decimal Longitude, string? Phone, CareSetting? Setting, bool? Wheelchair, int? HomeVisitMiles, int? PriceUsd,
    bool? Evenings, bool? Weekends, string Hours, AcceptingPatients Accepting);
