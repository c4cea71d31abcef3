using System.Collections;
using System.Reflection;
using System.Text.Json;
using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Tests.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Packing;

public sealed class ProfileCodecTests
{
    private static readonly Provenance Said = new("test", FactMethod.PublicReport, DateOnly.MaxValue);

    public static TheoryData<Adversity> Adversities { get; } = [.. Enum.GetValues<Adversity>()];

    private static PracticePlace FullestPlace { get; } = new()
    {
        Address = new PostalAddress("1 Salina Street", "Suite 3", "Syracuse", NewYork, SyracuseZip),
        Point = GeoPoint.Create(-1 / 3.0, -179.999_999),
        PointUncertainty = new Miles(1.1 / 3),
        Phone = Phone("315-555-0123"),
        Fax = Phone("999-999-9999"),
        Setting = CareSetting.HomeVisitOnly,
        WheelchairAccessible = true,
        HomeVisitRadius = new Miles(12.5),
        SelfPayPriceUsd = 95.50m,
        EveningHours = true,
        WeekendHours = true,
        Hours = [new OpeningHours(DayOfWeek.Saturday, new TimeOnly(9, 0), new TimeOnly(12, 30)), new OpeningHours(DayOfWeek.Monday, new TimeOnly(8, 15, 30), TimeOnly.MaxValue)],
        Accepting = new Sourced<AcceptingPatients>(AcceptingPatients.ExistingOnly, Said),
        NextOpening = Today.AddDays(3),
        From = Said,
    };

    /// <summary>Every field stated; of several facts of a kind by the last.</summary>
    private static TherapistProfile Fullest { get; } = A.Therapist(987_654_321)
        .LicensedIn("VI", LicenceStatus.Revoked, DateOnly.MinValue, DateOnly.MaxValue).Certified("bcmtb", 10, Today, Today.AddDays(400)).Offers("cdt", 135)
        .Takes(Aetna, AetnaChoice, accepting: true, zip: "00501", from: Today, to: Today.AddDays(1)).Speaks("es-MX", "en").Is(Gender.Other).Hours(documented: 1000, stated: 750)
        .Place(_ => FullestPlace).With(p => p with
        {
            Revision = long.MaxValue,
            IdentityConflict = true,
            Name = new Sourced<PersonName>(new PersonName("Zoë", "Núñez-Abbott", "J.", "Jr."), Said),
            Email = new Sourced<string>("zoe@example.org", Said),
            Website = new Sourced<string>("https://zoe.example.org/✿", Said),
            LiabilityCoverUntil = Today.AddDays(90),
            Exclusion = new ExclusionCheck(ExclusionStatus.PossibleMatch, Said, Today.AddDays(31)),
            Certifications = [.. p.Certifications.Select(certification => certification with { Number = "B-1" })],
            Modalities = [.. p.Modalities.Select(offered => offered with { Level = TrainingLevel.Certified, StatedHours = 12, DocumentedHours = 40 })],
            Memberships = [new Membership(Code<Organization>.Parse("demo-massage-alliance"), "M-1", MembershipStatus.Ended, Today, Said)],
            Referrals = new ReferralRecord(9, 7, 5),
            Doubts = [new Doubt(DoubtKind.ReturnedMail, VerificationAspect.Network, "aetna", SyracuseZip, DateOnly.MaxValue)],
        }).Build();

    [Fact]
    public void A_profile_that_states_everything_comes_back_the_same() => AssertSame([Fullest]);

    /// <summary>So that a field which is new to profiles cannot be forgotten above.</summary>
    [Fact]
    public void Nothing_that_a_profile_can_state_is_left_out_above() => Assert.Empty(Unstated(Fullest, nameof(TherapistProfile)));

    [Fact]
    public void A_profile_that_states_nothing_comes_back_the_same() => AssertSame(
    [
        new TherapistProfile
        {
            Id = new TherapistId(1), Revision = 0, Synthetic = false, IdentityConflict = false, Name = new Sourced<PersonName>(new PersonName("", ""), Said),
        },
    ]);

    [Theory]
    [InlineData("0")]
    [InlineData("95")]
    [InlineData("95.00")]
    [InlineData("-0.01")]
    [InlineData("79228162514264337593543950335")]
    public void A_price_keeps_its_trailing_zeros(string price) => AssertSame(
        [A.Therapist().Place(place => place with { SelfPayPriceUsd = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture) }).Build()]);

    [Theory]
    [MemberData(nameof(Adversities))]
    public void Profiles_of_every_kind_come_back_the_same(Adversity adversity) => AssertSame([.. new RandomWorld(adversity, 9000 + (int)adversity).Therapists(300)]);

    private static void AssertSame(TherapistProfile[] profiles)
    {
        var packed = ProfilePage.Pack(profiles, new SharedParts());

        Assert.Equal(profiles.Select(Text), packed.Select(therapist => Text(therapist.Unpack())));
        Assert.Equal(profiles.Select(profile => profile.Id), packed.Select(therapist => therapist.Id));
    }

    /// <summary>Every public value, to the last digit.</summary>
    private static string Text(TherapistProfile profile) => JsonSerializer.Serialize(profile);

    private static IEnumerable<string> Unstated(object? value, string name) => value switch
    {
        null or false => [name],
        string or decimal or Enum or DateOnly or TimeOnly => [],
        IEnumerable items => Unstated(items.Cast<object>().LastOrDefault(), name),
        _ when value.GetType().IsPrimitive => [],
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => Unstated(property.GetValue(value), $"{name}.{property.Name}")),
    };

    private static PhoneNumber Phone(string text) => PhoneNumber.TryParse(text, out var phone) ? phone : throw new FormatException(text);
}
