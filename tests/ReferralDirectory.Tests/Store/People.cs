using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Store;

/// <summary>Invented people with every kind of fact. The same number gives the same person; odd and even ones leave different things out.</summary>
internal static class People
{
    public static readonly Code<Organization> Alliance = Code<Organization>.Parse("demo-massage-alliance");
    public static readonly DateOnly Day = new(2026, 11, 1);

    public static Organization AllianceOrganization { get; } = new(Alliance, "Demo Massage Alliance", "trade-organisation", "https://alliance.example.org", Synthetic: true);

    public static Provenance From(int daysAgo = 0) => new(Alliance.Value, FactMethod.Organization, Day.AddDays(-daysAgo));

    public static Npi NpiOf(int number)
    {
        var firstNine = 200_000_000L + number;
        return new Npi((firstNine * 10) + Npi.CheckDigit(firstNine));
    }

    public static TherapistProfile Profile(int number, long revision = 1)
    {
        var full = number % 2 == 0;
        return new TherapistProfile
        {
            Id = new TherapistId(number),
            Revision = revision,
            Synthetic = true,
            IdentityConflict = number % 7 == 0,
            Name = new Sourced<PersonName>(new PersonName("Ana María", $"Ortiz{number}", full ? "J." : null, full ? "Jr." : null), From()),
            Npi = full ? new Sourced<Npi>(NpiOf(number), From(1)) : null,
            Gender = full ? new Sourced<Gender>(Gender.Female, From(2)) : null,
            Languages = full ? [new Sourced<string>("es", From(3)), new Sourced<string>("en", From(4))] : [],
            Email = full ? new Sourced<string>($"ana{number}@example.org", From(5)) : null,
            Website = full ? null : new Sourced<string>("https://ana.example.org", From(6)),
            StatedTrainingHours = full ? new Sourced<int>(750, From(7)) : null,
            DocumentedTrainingHours = full ? null : new Sourced<int>(1000, From(8)),
            LiabilityCover = full ? new Sourced<bool>(false, From(9)) : null,
            LiabilityCoverUntil = full ? Day.AddDays(90) : null,
            Exclusion = full ? new ExclusionCheck(ExclusionStatus.PossibleMatch, From(10), Day.AddDays(20)) : null,
            Licences =
            [
                new Licence(StateCode.Parse("NY"), "LMT", $"0{number}-1", LicenceStatus.ActiveWithConditions, Day.AddYears(-4), Day.AddYears(1), Day, From(11)),
                new Licence(StateCode.Parse("PR"), "LMT", $"P{number}", LicenceStatus.Expired, null, null, null, From(12)),
            ],
            Certifications = full ? [new Certification(Code<Credential>.Parse("bcmtb"), "B-1", Day, Day.AddYears(4), null, From(13))] : [],
            Modalities =
            [
                new OfferedModality(Code<Modality>.Parse("swedish"), TrainingLevel.Listed, null, null, From(14)),
                new OfferedModality(Code<Modality>.Parse("cdt"), TrainingLevel.Certified, 135, 120, From(15)),
            ],
            Networks =
            [
                new NetworkFact(Code<Insurer>.Parse("aetna"), Code<Network>.Parse("aetna-ppo"), true, Day, Day.AddYears(1), true, Zip("13202"), From(16)),
                new NetworkFact(Code<Insurer>.Parse("cigna"), null, false, null, null, null, null, From(17)),
            ],
            Memberships = [new Membership(Alliance, $"M{number}", MembershipStatus.Lapsed, full ? Day : null, From(18))],
            Doubts = full
                ? [new Doubt(DoubtKind.Disputed, VerificationAspect.Phone, "", Zip("13202"), Day), new Doubt(DoubtKind.SourcesDisagree, VerificationAspect.Network, "aetna", null, Day)]
                : [],
            Referrals = full ? new ReferralRecord(9, 7, 5) : null,
            Listings = [.. Enumerable.Range(1, 1 + (number % 2)).Select(place => new Listing(new ListingId((number * 10) + place), Place(number + place)))],
        };
    }

    public static PracticePlace Place(int number)
    {
        var full = number % 2 == 0;
        return new PracticePlace
        {
            Address = new PostalAddress($"{number} Salina Street", full ? "Suite 3" : null, "Syracuse", StateCode.Parse("NY"), Zip("13202")),
            Point = GeoPoint.Create(43.0481 + (number * 1e-5), -76.1474),
            PointUncertainty = new Miles(1.1 / 3),
            Phone = full ? Phone("315-555-0123") : null,
            Fax = full ? Phone("315-555-0124") : null,
            Setting = full ? CareSetting.MedicalOffice : null,
            WheelchairAccessible = full ? false : null,
            HomeVisitRadius = full ? new Miles(12.5) : null,
            SelfPayPriceUsd = full ? 95.25m : null,
            EveningHours = full ? true : null,
            WeekendHours = full ? null : false,
            Hours = full
                ? [new OpeningHours(DayOfWeek.Saturday, new TimeOnly(9, 0), new TimeOnly(12, 30)), new OpeningHours(DayOfWeek.Monday, new TimeOnly(8, 15, 30), TimeOnly.MaxValue)]
                : [],
            Accepting = new Sourced<AcceptingPatients>(full ? AcceptingPatients.ExistingOnly : AcceptingPatients.Unknown, From(19)),
            NextOpening = full ? Day.AddDays(3) : null,
            From = From(20),
        };
    }

    public static SourceRecord Record(string memberKey, int person, Code<Organization>? by = null) => new()
    {
        Organization = by ?? Alliance,
        MemberKey = memberKey,
        AsOf = Day,
        Synthetic = true,
        Name = new PersonName("Ana María", $"Ortiz{person}"),
        Npi = NpiOf(person),
        Languages = ["es", "en"],
        StatedTrainingHours = 750,
        LiabilityCover = true,
        Membership = new Membership(by ?? Alliance, memberKey, MembershipStatus.Active, null, From()),
        Licences = [new Licence(StateCode.Parse("NY"), "LMT", $"0{person}-1", LicenceStatus.Active, null, Day.AddYears(1), null, From())],
        Modalities = [new OfferedModality(Code<Modality>.Parse("swedish"), TrainingLevel.Listed, null, null, From())],
        Places = [Place(person)],
    };

    public static Verification Check(SubjectKey subject, int daysAgo = 5, VerificationOutcome outcome = VerificationOutcome.Active) => new()
    {
        Subject = subject,
        Aspect = VerificationAspect.Licence,
        Source = "Demo State Board",
        Method = FactMethod.PrimarySource,
        CheckedBy = Alliance,
        CheckedOn = Day.AddDays(-daysAgo),
        Outcome = outcome,
        ValidUntil = Day.AddYears(1),
    };

    public static ZipCode Zip(string text) => ZipCode.TryParse(text, out var zip) ? zip : throw new FormatException(text);

    private static PhoneNumber Phone(string text) => PhoneNumber.TryParse(text, out var phone) ? phone : throw new FormatException(text);
}
