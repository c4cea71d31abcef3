using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>A therapist at one place.</summary>
internal sealed record ListingRow : ITherapistFactRow
{
    public required long Id { get; init; }
    public required long TherapistId { get; init; }
    public required int Position { get; init; }

    public required string Line1 { get; init; }
    public string? Line2 { get; init; }
    public required string City { get; init; }
    public required StateCode State { get; init; }
    public required ZipCode Zip { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
    public required Miles PointUncertaintyMiles { get; init; }

    public PhoneNumber? Phone { get; init; }
    public PhoneNumber? Fax { get; init; }
    public CareSetting? Setting { get; init; }
    public bool? WheelchairAccessible { get; init; }
    public Miles? HomeVisitRadiusMiles { get; init; }
    public decimal? SelfPayPriceUsd { get; init; }
    public bool? EveningHours { get; init; }
    public bool? WeekendHours { get; init; }

    /// <summary>See <see cref="OpeningHoursText"/>.</summary>
    public required string Hours { get; init; }

    public required AcceptingPatients Accepting { get; init; }
    public required Provenance AcceptingFrom { get; init; }
    public DateOnly? NextOpening { get; init; }
    public required Provenance From { get; init; }
}

/// <summary>The id that a therapist's place was given. Kept when the listing goes, so that it comes back under the same id.</summary>
internal sealed record ListingPlaceRow
{
    public required long ListingId { get; init; }
    public required long TherapistId { get; init; }

    /// <summary>ZIP and normalised first line.</summary>
    public required string PlaceKey { get; init; }
}
