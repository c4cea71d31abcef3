using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Therapists;

/// <summary>The compiled profile into the API's answer.</summary>
internal static class TherapistMapping
{
    public static TherapistResponse ToResponse(this TherapistProfile therapist, MatchIndex index, PlaceTable places, DateOnly asOf) => new(
        therapist.Id.ToString(),
        therapist.Name.Value.Display,
        therapist.Synthetic,
        [.. StatesOf(therapist).Select(state => ToResponse(TierAssessor.Assess(therapist, state, asOf, index.Knowledge)))],
        therapist.IdentityConflict,
        Fact(therapist.Name, name => name)!,
        Fact(therapist.Npi, npi => npi.ToString()),
        Fact(therapist.Gender, gender => gender),
        [.. therapist.Languages.Select(spoken => Fact(spoken, tag => tag)!)],
        Fact(therapist.Email, address => address),
        Fact(therapist.Website, address => address),
        Fact(therapist.StatedTrainingHours, hours => hours),
        Fact(therapist.DocumentedTrainingHours, hours => hours),
        Fact(therapist.LiabilityCover, stated => stated),
        therapist.LiabilityCoverUntil,
        therapist.Exclusion is { } check ? ToResponse(check.From) : null,
        [.. therapist.Licences.Select(ToResponse)],
        [.. therapist.Certifications.Select(certification => ToResponse(certification, index))],
        [.. therapist.Modalities.Select(offered => ToResponse(offered, index))],
        [.. therapist.Networks.Select(ToResponse)],
        [.. therapist.Memberships.Select(membership => ToResponse(membership, index))],
        [.. therapist.Listings.Select(listing => listing.ToResponse(places))],
        therapist.Revision,
        index.Knowledge.Version,
        asOf);

    public static ListingResponse ToResponse(this Listing listing, PlaceTable places)
    {
        var place = PublicPlace.Of(listing.Place, places);
        return new ListingResponse(
            listing.Id.ToString(), ToResponse(place.Address), place.Point.Latitude, place.Point.Longitude, Math.Round(place.PointUncertainty.Value, 1),
            place.Phone?.Value, place.Fax?.Value, place.Setting, place.WheelchairAccessible, Fact(place.Accepting, value => value)!, place.NextOpening,
            place.HomeVisitRadius?.Value, place.SelfPayPriceUsd, place.EveningHours, place.WeekendHours,
            [.. place.Hours.Select(hours => new OpeningHoursResponse(hours.Day, hours.Opens, hours.Closes))], ToResponse(place.From));
    }

    private static IEnumerable<StateCode> StatesOf(TherapistProfile therapist) =>
        therapist.Listings.Select(listing => listing.Place.Address.State).Distinct().Order();

    public static string NameOf(Code<Organization> id, MatchIndex index) =>
        index.Organizations.FirstOrDefault(organization => organization.Id == id)?.Name ?? id.Value;

    private static FactResponse<TTo>? Fact<TFrom, TTo>(Sourced<TFrom>? fact, Func<TFrom, TTo> value)
        where TTo : notnull =>
        fact is null ? null : new FactResponse<TTo>(value(fact.Value), ToResponse(fact.From));

    private static SourceResponse ToResponse(Provenance from) => new(from.Source, from.Method, from.AsOf);

    private static AddressResponse ToResponse(PostalAddress address) =>
        new(address.Line1.Length == 0 ? null : address.Line1, address.Line2, address.City, address.State.ToString(), address.Zip.Value);

    private static VettingResponse ToResponse(VettingAssessment vetting) => new(
        vetting.State.ToString(), vetting.Tier, vetting.Missing, vetting.LicenceCheckedOn, vetting.ExclusionCheckedOn, vetting.KnownHours, vetting.HoursDocumented,
        vetting.StateMinimumHours, vetting.Confidence);

    private static LicenceResponse ToResponse(Licence licence) => new(
        licence.State.ToString(), licence.Title, licence.Number, licence.Status, licence.IssuedOn, licence.ExpiresOn, licence.CheckedOn, ToResponse(licence.From));

    private static CertificationResponse ToResponse(Certification held, MatchIndex index) => new(
        held.Credential.Value, index.Knowledge.Find(held.Credential)?.Name ?? held.Credential.Value, held.Number, held.IssuedOn, held.ExpiresOn, held.ConfirmedOn,
        ToResponse(held.From));

    private static OfferedModalityResponse ToResponse(OfferedModality offered, MatchIndex index) => new(
        offered.Modality.Value, index.Knowledge.Find(offered.Modality)?.Name ?? offered.Modality.Value, offered.Level, offered.StatedHours,
        offered.DocumentedHours, ToResponse(offered.From));

    private static NetworkFactResponse ToResponse(NetworkFact fact) => new(
        fact.Insurer.Value, fact.Network?.Value, fact.InNetwork, fact.From, fact.To, fact.Accepting, fact.AppliesTo, fact.ListingZip?.Value,
        ToResponse(fact.Source));

    private static MembershipResponse ToResponse(Membership membership, MatchIndex index) => new(
        membership.Organization.Value, NameOf(membership.Organization, index), membership.MemberKey, membership.Status, membership.ExpiresOn, ToResponse(membership.From));
}
