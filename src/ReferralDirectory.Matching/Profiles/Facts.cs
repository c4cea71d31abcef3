using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Profiles;

/// <summary>A licence, registration or certification by a state. Both ends of the period are inclusive; null is not stated.</summary>
/// <param name="CheckedOn">The day its board confirmed <paramref name="Status"/>; null when only claimed.</param>
public sealed record Licence(
    StateCode State, string Title, string Number, LicenceStatus Status, DateOnly? IssuedOn, DateOnly? ExpiresOn, DateOnly? CheckedOn, Provenance From)
{
    public LicenceKey Key => LicenceKey.Of(State, Number);

    /// <summary>Told once from the title: the matcher asks for every candidate.</summary>
    public bool IsForMassage { get; } = MassageTitle.Is(Title);

    /// <summary>Of one without a title nobody says so.</summary>
    internal bool IsOfAnotherProfession => Title.Length > 0 && !IsForMassage;
}

/// <summary>A certificate of a credential in the catalogue.</summary>
/// <param name="ConfirmedOn">The day the issuer, or the document itself, confirmed it; null when only claimed.</param>
public sealed record Certification(
    Code<Credential> Credential, string? Number, DateOnly? IssuedOn, DateOnly? ExpiresOn, DateOnly? ConfirmedOn, Provenance From);

/// <summary>A modality the therapist offers, with what is said of the training in it.</summary>
/// <param name="StatedHours">Hours as the member list says.</param>
/// <param name="DocumentedHours">Hours for which the ledger has a confirmed document.</param>
public sealed record OfferedModality(Code<Modality> Modality, TrainingLevel Level, int? StatedHours, int? DocumentedHours, Provenance From);

/// <summary>In or out of a network (or, with no network named, of the insurer as a whole) between two days, both inclusive.</summary>
/// <param name="ListingZip">Null: the fact is about the therapist. Else it holds at the listings in this ZIP only.</param>
/// <param name="Accepting">Whether new patients of this network are taken; null where the source does not say.</param>
public sealed record NetworkFact(
    Code<Insurer> Insurer, Code<Network>? Network, bool InNetwork, DateOnly? From, DateOnly? To, bool? Accepting, ZipCode? ListingZip, Provenance Source)
{
    public NetworkFactSubject AppliesTo => ListingZip is null ? NetworkFactSubject.Provider : NetworkFactSubject.Listing;
}

/// <summary>Membership of a trade organisation.</summary>
public sealed record Membership(Code<Organization> Organization, string MemberKey, MembershipStatus Status, DateOnly? ExpiresOn, Provenance From);

/// <summary>How earlier referrals went; none until referrals are kept.</summary>
public sealed record ReferralRecord(int Sent, int Accepted, int ReportedBack);

/// <summary>A trade organisation or another body that publishes facts.</summary>
public sealed record Organization(Code<Organization> Id, string Name, string Kind, string? Website, bool Synthetic);

/// <summary>Opening hours of one weekday, local time.</summary>
public readonly record struct OpeningHours(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <summary>A postal address in the United States.</summary>
public sealed record PostalAddress(string Line1, string? Line2, string City, StateCode State, ZipCode Zip);

/// <summary>One place of practice, as a source says it or as it was resolved from several.</summary>
public sealed record PracticePlace
{
    public required PostalAddress Address { get; init; }
    public required GeoPoint Point { get; init; }

    /// <summary>How far the point may be from the door: 0 for a rooftop, the ZIP's extent otherwise.</summary>
    public required Miles PointUncertainty { get; init; }

    public PhoneNumber? Phone { get; init; }
    public PhoneNumber? Fax { get; init; }
    public CareSetting? Setting { get; init; }
    public bool? WheelchairAccessible { get; init; }

    /// <summary>How far the therapist travels to a patient's home; null: no home visits are offered.</summary>
    public Miles? HomeVisitRadius { get; init; }

    public decimal? SelfPayPriceUsd { get; init; }
    public bool? EveningHours { get; init; }
    public bool? WeekendHours { get; init; }
    public ImmutableArray<OpeningHours> Hours { get; init; } = [];
    public required Sourced<AcceptingPatients> Accepting { get; init; }

    /// <summary>The next free appointment that the source named, if any.</summary>
    public DateOnly? NextOpening { get; init; }

    public required Provenance From { get; init; }
}
