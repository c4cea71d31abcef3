using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>Takes a resolved therapist apart into rows. <see cref="RowsToProfile"/> is its exact inverse.</summary>
internal static class ProfileToRows
{
    public static TherapistRows Map(TherapistProfile therapist)
    {
        var id = therapist.Id.Value;
        return new TherapistRows
        {
            Therapist = Therapist(therapist),
            Listings = [.. therapist.Listings.Select((listing, i) => ListingOf(id, i, listing))],
            Licences = [.. therapist.Licences.Select((licence, i) => LicenceOf(id, i, licence))],
            Certifications = [.. therapist.Certifications.Select((certification, i) => CertificationOf(id, i, certification))],
            Modalities = [.. therapist.Modalities.Select((modality, i) => ModalityOf(id, i, modality))],
            Networks = [.. therapist.Networks.Select((fact, i) => NetworkOf(id, i, fact))],
            Memberships = [.. therapist.Memberships.Select((membership, i) => MembershipOf(id, i, membership))],
            Languages = [.. therapist.Languages.Select((language, i) => LanguageOf(id, i, language))],
            Doubts = [.. therapist.Doubts.Select((doubt, i) => DoubtOf(id, i, doubt))],
        };
    }

    private static TherapistRow Therapist(TherapistProfile therapist) => new()
    {
        Id = therapist.Id.Value,
        Revision = therapist.Revision,
        Synthetic = therapist.Synthetic,
        IdentityConflict = therapist.IdentityConflict,
        Given = therapist.Name.Value.Given,
        Family = therapist.Name.Value.Family,
        Middle = therapist.Name.Value.Middle,
        Suffix = therapist.Name.Value.Suffix,
        NameFrom = therapist.Name.From,
        Npi = therapist.Npi?.Value,
        NpiFrom = therapist.Npi?.From,
        Gender = therapist.Gender?.Value,
        GenderFrom = therapist.Gender?.From,
        Email = therapist.Email?.Value,
        EmailFrom = therapist.Email?.From,
        Website = therapist.Website?.Value,
        WebsiteFrom = therapist.Website?.From,
        StatedTrainingHours = therapist.StatedTrainingHours?.Value,
        StatedTrainingHoursFrom = therapist.StatedTrainingHours?.From,
        DocumentedTrainingHours = therapist.DocumentedTrainingHours?.Value,
        DocumentedTrainingHoursFrom = therapist.DocumentedTrainingHours?.From,
        LiabilityCover = therapist.LiabilityCover?.Value,
        LiabilityCoverFrom = therapist.LiabilityCover?.From,
        LiabilityCoverUntil = therapist.LiabilityCoverUntil,
        Exclusion = therapist.Exclusion?.Status,
        ExclusionFrom = therapist.Exclusion?.From,
        ExclusionValidUntil = therapist.Exclusion?.ValidUntil,
        ReferralsSent = therapist.Referrals?.Sent,
        ReferralsAccepted = therapist.Referrals?.Accepted,
        ReferralsReportedBack = therapist.Referrals?.ReportedBack,
    };

    private static ListingRow ListingOf(long therapistId, int position, Listing listing)
    {
        var place = listing.Place;
        return new ListingRow
        {
            Id = listing.Id.Value,
            TherapistId = therapistId,
            Position = position,
            Line1 = place.Address.Line1,
            Line2 = place.Address.Line2,
            City = place.Address.City,
            State = place.Address.State,
            Zip = place.Address.Zip,
            Latitude = place.Point.Latitude,
            Longitude = place.Point.Longitude,
            PointUncertaintyMiles = place.PointUncertainty,
            Phone = place.Phone,
            Fax = place.Fax,
            Setting = place.Setting,
            WheelchairAccessible = place.WheelchairAccessible,
            HomeVisitRadiusMiles = place.HomeVisitRadius,
            SelfPayPriceUsd = place.SelfPayPriceUsd,
            EveningHours = place.EveningHours,
            WeekendHours = place.WeekendHours,
            Hours = OpeningHoursText.Write(place.Hours),
            Accepting = place.Accepting.Value,
            AcceptingFrom = place.Accepting.From,
            NextOpening = place.NextOpening,
            From = place.From,
        };
    }

    private static LicenceRow LicenceOf(long therapistId, int position, Licence licence) => new()
    {
        TherapistId = therapistId,
        Position = position,
        State = licence.State,
        Title = licence.Title,
        Number = licence.Number,
        Status = licence.Status,
        IssuedOn = licence.IssuedOn,
        ExpiresOn = licence.ExpiresOn,
        CheckedOn = licence.CheckedOn,
        From = licence.From,
    };

    private static CertificationRow CertificationOf(long therapistId, int position, Certification certification) => new()
    {
        TherapistId = therapistId,
        Position = position,
        Credential = certification.Credential,
        Number = certification.Number,
        IssuedOn = certification.IssuedOn,
        ExpiresOn = certification.ExpiresOn,
        ConfirmedOn = certification.ConfirmedOn,
        From = certification.From,
    };

    private static OfferedModalityRow ModalityOf(long therapistId, int position, OfferedModality modality) => new()
    {
        TherapistId = therapistId,
        Position = position,
        Modality = modality.Modality,
        Level = modality.Level,
        StatedHours = modality.StatedHours,
        DocumentedHours = modality.DocumentedHours,
        From = modality.From,
    };

    private static NetworkFactRow NetworkOf(long therapistId, int position, NetworkFact fact) => new()
    {
        TherapistId = therapistId,
        Position = position,
        Insurer = fact.Insurer,
        Network = fact.Network,
        InNetwork = fact.InNetwork,
        ValidFrom = fact.From,
        ValidTo = fact.To,
        Accepting = fact.Accepting,
        ListingZip = fact.ListingZip,
        From = fact.Source,
    };

    private static MembershipRow MembershipOf(long therapistId, int position, Membership membership) => new()
    {
        TherapistId = therapistId,
        Position = position,
        Organization = membership.Organization,
        MemberKey = membership.MemberKey,
        Status = membership.Status,
        ExpiresOn = membership.ExpiresOn,
        From = membership.From,
    };

    private static LanguageRow LanguageOf(long therapistId, int position, Sourced<string> language) =>
        new() { TherapistId = therapistId, Position = position, Tag = language.Value, From = language.From };

    private static DoubtRow DoubtOf(long therapistId, int position, Doubt doubt) => new()
    {
        TherapistId = therapistId,
        Position = position,
        Kind = doubt.Kind,
        Aspect = doubt.Aspect,
        Reference = doubt.Reference,
        Zip = doubt.Zip,
        Since = doubt.Since,
    };
}
