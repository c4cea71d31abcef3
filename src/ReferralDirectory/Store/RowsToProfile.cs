using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>Puts a therapist together from rows, exactly as it was resolved.</summary>
internal static class RowsToProfile
{
    public static TherapistProfile Map(TherapistRows rows)
    {
        var row = rows.Therapist;
        return new TherapistProfile
        {
            Id = new TherapistId(row.Id),
            Revision = row.Revision,
            Synthetic = row.Synthetic,
            IdentityConflict = row.IdentityConflict,
            Name = new Sourced<PersonName>(new PersonName(row.Given, row.Family, row.Middle, row.Suffix), row.NameFrom),
            Npi = Sourced(row.Npi, row.NpiFrom),
            Gender = Sourced(row.Gender, row.GenderFrom),
            Languages = [.. rows.Languages.Select(language => new Sourced<string>(language.Tag, language.From))],
            Email = Sourced(row.Email, row.EmailFrom),
            Website = Sourced(row.Website, row.WebsiteFrom),
            StatedTrainingHours = Sourced(row.StatedTrainingHours, row.StatedTrainingHoursFrom),
            DocumentedTrainingHours = Sourced(row.DocumentedTrainingHours, row.DocumentedTrainingHoursFrom),
            LiabilityCover = Sourced(row.LiabilityCover, row.LiabilityCoverFrom),
            LiabilityCoverUntil = row.LiabilityCoverUntil,
            Exclusion = row is { Exclusion: { } status, ExclusionFrom: { } from } ? new ExclusionCheck(status, from, row.ExclusionValidUntil) : null,
            Licences = [.. rows.Licences.Select(Licence)],
            Certifications = [.. rows.Certifications.Select(Certification)],
            Modalities = [.. rows.Modalities.Select(Modality)],
            Networks = [.. rows.Networks.Select(Network)],
            Memberships = [.. rows.Memberships.Select(Membership)],
            Referrals = row is { ReferralsSent: { } sent, ReferralsAccepted: { } accepted, ReferralsReportedBack: { } reportedBack }
                ? new ReferralRecord(sent, accepted, reportedBack) : null,
            Listings = [.. rows.Listings.Select(Listing)],
            Doubts = [.. rows.Doubts.Select(row => new Doubt(row.Kind, row.Aspect, row.Reference, row.Zip, row.Since))],
        };
    }

    private static Sourced<T>? Sourced<T>(T? value, Provenance? from)
        where T : struct => value is { } stated && from is not null ? new Sourced<T>(stated, from) : null;

    private static Sourced<string>? Sourced(string? value, Provenance? from) =>
        value is not null && from is not null ? new Sourced<string>(value, from) : null;

    private static Listing Listing(ListingRow row) => new(new ListingId(row.Id), new PracticePlace
    {
        Address = new PostalAddress(row.Line1, row.Line2, row.City, row.State, row.Zip),
        Point = GeoPoint.Create(row.Latitude, row.Longitude),
        PointUncertainty = row.PointUncertaintyMiles,
        Phone = row.Phone,
        Fax = row.Fax,
        Setting = row.Setting,
        WheelchairAccessible = row.WheelchairAccessible,
        HomeVisitRadius = row.HomeVisitRadiusMiles,
        SelfPayPriceUsd = row.SelfPayPriceUsd,
        EveningHours = row.EveningHours,
        WeekendHours = row.WeekendHours,
        Hours = OpeningHoursText.Read(row.Hours),
        Accepting = new Sourced<AcceptingPatients>(row.Accepting, row.AcceptingFrom),
        NextOpening = row.NextOpening,
        From = row.From,
    });

    private static Licence Licence(LicenceRow row) =>
        new(row.State, row.Title, row.Number, row.Status, row.IssuedOn, row.ExpiresOn, row.CheckedOn, row.From);

    private static Certification Certification(CertificationRow row) =>
        new(row.Credential, row.Number, row.IssuedOn, row.ExpiresOn, row.ConfirmedOn, row.From);

    private static OfferedModality Modality(OfferedModalityRow row) => new(row.Modality, row.Level, row.StatedHours, row.DocumentedHours, row.From);

    private static NetworkFact Network(NetworkFactRow row) =>
        new(row.Insurer, row.Network, row.InNetwork, row.ValidFrom, row.ValidTo, row.Accepting, row.ListingZip, row.From);

    private static Membership Membership(MembershipRow row) => new(row.Organization, row.MemberKey, row.Status, row.ExpiresOn, row.From);
}
