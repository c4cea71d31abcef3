using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Therapists;

/// <summary>The compiled profile into the API's answer.</summary>
internal static class TherapistMapping
{
    public static TherapistResponse ToResponse(this TherapistProfile therapist, MatchIndex index, PlaceTable places, FactSight sight) => new(
        therapist.Id.ToString(),
        therapist.Name.Value.Display,
        therapist.Synthetic,
        [.. StatesOf(therapist).Select(state => ToResponse(TierAssessor.Assess(therapist, state, sight.Today, index.Knowledge)))],
        therapist.IdentityConflict,
        [.. TrustSignals.Of(therapist, sight.Today).Select(signal => new TrustWarningResponse(signal, TrustSignalWords.Of(signal)))],
        NameOf(therapist, sight),
        sight.Fact(FactKind.Identity, therapist.Npi, npi => npi.ToString()),
        sight.Fact(FactKind.Identity, therapist.Gender),
        [.. therapist.Languages.Select(spoken => sight.Fact(FactKind.Identity, spoken)).OfType<FactResponse<string>>()],
        sight.Fact(FactKind.Contact, therapist.Email),
        sight.Fact(FactKind.Contact, therapist.Website),
        sight.Fact(FactKind.Training, therapist.StatedTrainingHours),
        sight.Fact(FactKind.Training, therapist.DocumentedTrainingHours),
        sight.Fact(FactKind.Liability, therapist.LiabilityCover, therapist.LiabilityCoverUntil),
        therapist.LiabilityCoverUntil,
        therapist.Exclusion is { } check ? sight.Source(FactKind.Exclusion, check.From, check.ValidUntil) : null,
        [.. therapist.Licences.Select(licence => ToResponse(licence, sight))],
        [.. therapist.Certifications.Select(certification => ToResponse(certification, index, sight))],
        [.. therapist.Modalities.Select(offered => ToResponse(offered, index, sight))],
        [.. therapist.Networks.Where(fact => sight.Shows(FactKind.Network, fact.Source)).Select(fact => ToResponse(fact, therapist, sight))],
        [.. therapist.Memberships.Select(membership => ToResponse(membership, index, sight))],
        [.. therapist.Listings.Where(listing => sight.Shows(FactKind.Address, listing.Place.From)).Select(listing => listing.ToResponse(places, sight))],
        sight.Hidden,
        therapist.Revision,
        index.Knowledge.Version,
        sight.Today);

    public static ListingResponse ToResponse(this Listing listing, PlaceTable places, FactSight sight)
    {
        var place = PublicPlace.Of(listing.Place, places);
        return new ListingResponse(
            listing.Id.ToString(), ToResponse(place.Address), place.Point.Latitude, place.Point.Longitude, Math.Round(place.PointUncertainty.Value, 1),
            place.Phone?.Value, place.Phone is null ? null : sight.SourceAt(FactKind.Phone, VerificationAspect.Phone, listing.Place), place.Fax?.Value, place.Setting, place.WheelchairAccessible,
            AcceptingOf(place, sight), place.NextOpening, place.HomeVisitRadius?.Value, place.SelfPayPriceUsd, place.EveningHours, place.WeekendHours,
            [.. place.Hours.Select(hours => new OpeningHoursResponse(hours.Day, hours.Opens, hours.Closes))],
            place.Hours.IsEmpty ? null : sight.Source(FactKind.OpeningHours, place.From),
            sight.SourceAt(FactKind.Address, VerificationAspect.Address, listing.Place));
    }

    private static IEnumerable<StateCode> StatesOf(TherapistProfile therapist) =>
        therapist.Listings.Select(listing => listing.Place.Address.State).Distinct().Order();

    public static string NameOf(Code<Organization> id, MatchIndex index) =>
        index.Organizations.FirstOrDefault(organization => organization.Id == id)?.Name ?? id.Value;

    /// <summary>A name that another's register entry contradicts is worth less.</summary>
    private static FactResponse<PersonName> NameOf(TherapistProfile therapist, FactSight sight)
    {
        var agreement = new SourceAgreement(Confirming: 0, Contradicting: therapist.IdentityConflict ? 1 : 0);
        return new FactResponse<PersonName>(therapist.Name.Value, sight.Source(FactKind.Identity, therapist.Name.From, lastDay: null, agreement));
    }

    /// <summary>What was said too long ago is as good as nothing; who said it stays. On "unknown" nobody can rely.</summary>
    private static FactResponse<AcceptingPatients> AcceptingOf(PracticePlace place, FactSight sight)
    {
        var source = sight.SourceAt(FactKind.Accepting, VerificationAspect.Accepting, place);
        var value = sight.Shows(FactKind.Accepting, place.Accepting.From) ? place.Accepting.Value : AcceptingPatients.Unknown;
        return new FactResponse<AcceptingPatients>(value, value == AcceptingPatients.Unknown ? source with { Confidence = Confidence.Low } : source);
    }

    private static AddressResponse ToResponse(PostalAddress address) =>
        new(address.Line1.Length == 0 ? null : address.Line1, address.Line2, address.City, address.State.ToString(), address.Zip.Value);

    private static VettingResponse ToResponse(VettingAssessment vetting) => new(
        vetting.State.ToString(), vetting.Tier, vetting.Missing, vetting.LicenceCheckedOn, vetting.ExclusionCheckedOn, vetting.KnownHours, vetting.HoursDocumented,
        vetting.StateMinimumHours, vetting.Confidence);

    private static LicenceResponse ToResponse(Licence licence, FactSight sight) => new(
        licence.State.ToString(), licence.Title, licence.Number, licence.Status, licence.IssuedOn, licence.ExpiresOn, licence.CheckedOn,
        sight.Source(FactKind.Licence, licence.From, licence.ExpiresOn));

    private static CertificationResponse ToResponse(Certification held, MatchIndex index, FactSight sight) => new(
        held.Credential.Value, index.Knowledge.Find(held.Credential)?.Name ?? held.Credential.Value, held.Number, held.IssuedOn, held.ExpiresOn, held.ConfirmedOn,
        sight.Source(FactKind.Certification, held.From, held.ExpiresOn));

    private static OfferedModalityResponse ToResponse(OfferedModality offered, MatchIndex index, FactSight sight) => new(
        offered.Modality.Value, index.Knowledge.Find(offered.Modality)?.Name ?? offered.Modality.Value, offered.Level, offered.StatedHours,
        offered.DocumentedHours, sight.Source(FactKind.Training, offered.From));

    private static NetworkFactResponse ToResponse(NetworkFact fact, TherapistProfile therapist, FactSight sight) => new(
        fact.Insurer.Value, fact.Network?.Value, fact.InNetwork, fact.From, fact.To, fact.Accepting, fact.AppliesTo, fact.ListingZip?.Value,
        sight.Source(FactKind.Network, fact.Source, fact.To, NetworkAgreement.Of(fact, therapist.Networks), sight.DisputedOn(fact)));

    private static MembershipResponse ToResponse(Membership membership, MatchIndex index, FactSight sight) => new(
        membership.Organization.Value, NameOf(membership.Organization, index), membership.MemberKey, membership.Status, membership.ExpiresOn,
        sight.Source(FactKind.Membership, membership.From, membership.ExpiresOn));
}
