using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vetting;

/// <summary>Short ways to write what sources say and what was checked.</summary>
internal static class Records
{
    public static readonly DateOnly Day = new(2026, 6, 1);
    public static readonly Npi AnasNpi = NpiOf(200_000_001);
    public static readonly Npi BobsNpi = NpiOf(200_000_002);

    public static Npi NpiOf(long firstNine) => new((firstNine * 10) + Npi.CheckDigit(firstNine));

    public static SourceRecord Record(string organization, string member, string given = "Ana", string family = "Ortiz", Npi? npi = null, DateOnly? asOf = null)
    {
        var from = new Provenance(organization, FactMethod.Organization, asOf ?? Day);
        return new SourceRecord
        {
            Organization = Code<Organization>.Parse(organization),
            MemberKey = member,
            AsOf = from.AsOf,
            Synthetic = true,
            Name = new PersonName(given, family),
            Npi = npi,
            Membership = new Membership(Code<Organization>.Parse(organization), member, MembershipStatus.Active, null, from),
        };
    }

    public static SourceRecord Holding(this SourceRecord record, string state, string number, LicenceStatus status = LicenceStatus.Active, DateOnly? expires = null) =>
        record with
        {
            Licences = record.Licences.Add(new Licence(StateCode.Parse(state), "LMT", number, status, null, expires, null, record.Membership.From)),
        };

    public static SourceRecord Certified(this SourceRecord record, string credential) =>
        record with { Certifications = record.Certifications.Add(new Certification(Code<Credential>.Parse(credential), "77", null, null, null, record.Membership.From)) };

    public static SourceRecord Offering(this SourceRecord record, string modality, TrainingLevel level = TrainingLevel.Listed, int? hours = null) =>
        record with { Modalities = record.Modalities.Add(new OfferedModality(Code<Modality>.Parse(modality), level, hours, null, record.Membership.From)) };

    public static SourceRecord Taking(this SourceRecord record, string insurer, string? network = null) =>
        record with
        {
            Networks = record.Networks.Add(new NetworkFact(
                Code<Insurer>.Parse(insurer), network is null ? null : Code<Network>.Parse(network), true, null, null, null, null, record.Membership.From)),
        };

    public static SourceRecord At(
        this SourceRecord record, string line1, string zip = "13202", string? phone = null, AcceptingPatients accepting = AcceptingPatients.Unknown) =>
        record with
        {
            Places = record.Places.Add(new PracticePlace
            {
                Address = new PostalAddress(line1, null, "Syracuse", StateCode.Parse("NY"), Zip(zip)),
                Point = GeoPoint.Create(43.05, -76.15),
                PointUncertainty = new Miles(1),
                Phone = PhoneNumber.TryParse(phone, out var number) ? number : null,
                Accepting = new Sourced<AcceptingPatients>(accepting, record.Membership.From),
                From = record.Membership.From,
            }),
        };

    public static ZipCode Zip(string text) => ZipCode.TryParse(text, out var zip) ? zip : throw new ArgumentException(text, nameof(text));

    public static Verification Check(
        string subject, VerificationAspect aspect, VerificationOutcome outcome, string reference = "", int daysLater = 1, DateOnly? until = null, int? hours = null,
        FactMethod method = FactMethod.PrimarySource, string source = "register") => new()
        {
            Subject = SubjectKey.TryParse(subject, out var key) ? key : throw new ArgumentException(subject, nameof(subject)),
            Aspect = aspect,
            Reference = reference,
            Source = source,
            Method = method,
            CheckedBy = Code<Organization>.Parse("demo-checks"),
            CheckedOn = Day.AddDays(daysLater),
            Outcome = outcome,
            ValidUntil = until,
            Hours = hours,
        };
}
