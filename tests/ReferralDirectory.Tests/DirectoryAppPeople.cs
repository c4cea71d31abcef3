using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests;

/// <summary>A few invented people around Syracuse, with the tables that ship.</summary>
internal static class DirectoryAppPeople
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 17, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Provenance Member = new("demo-massage-alliance", FactMethod.Organization, Today.AddDays(-10));
    private static readonly Provenance Board = new("NY State Education Department", FactMethod.PrimarySource, Today.AddDays(-20));

    public static readonly MatchIndex Index = Compile(
        Person(1, "Ana María", "Núñez", "13202", languages: ["en", "es-MX"], modalities: ["swedish", "cdt"], insurer: "aetna"),
        Person(2, "Ben", "Okafor", "13210", languages: ["en"], modalities: ["deep-tissue"], insurer: "cigna"),
        Person(3, "Cleo", "Núñez-Abbott", "13088", languages: ["en"], modalities: ["swedish"], accepting: AcceptingPatients.No),
        Person(4, "Dana", "Excluded", "13202", exclusion: ExclusionStatus.Excluded),
        Person(5, "Eli", "Perhaps", "13202", exclusion: ExclusionStatus.PossibleMatch),
        Person(6, "Fay", "Suspended", "13202", licence: LicenceStatus.Suspended),
        Person(42, "Gus", "Faraway", "10001", modalities: ["swedish"]));

    /// <summary>With two ids that were merged, one into somebody who is shown and one into somebody who is not.</summary>
    public static MatchIndex Compile(params TherapistProfile[] people) => MatchIndexCompiler.Compile(new DirectorySnapshot(7, Shipped.Knowledge, [], [.. people])
    {
        Redirects = [new Redirect(new TherapistId(7), new TherapistId(1)), new Redirect(new TherapistId(8), new TherapistId(4))],
    });

    public static TherapistProfile Person(
        long id, string given, string family, string zip, string[]? languages = null, string[]? modalities = null, string? insurer = null,
        AcceptingPatients accepting = AcceptingPatients.Yes, ExclusionStatus exclusion = ExclusionStatus.Clear, LicenceStatus licence = LicenceStatus.Active)
    {
        var place = Shipped.Places.Find(Zip(zip))!;
        return new TherapistProfile
        {
            Id = new TherapistId(id),
            Revision = 7,
            Synthetic = true,
            IdentityConflict = false,
            Name = new Sourced<PersonName>(new PersonName(given, family), Member),
            Npi = new Sourced<Npi>(NpiOf(id), Member),
            Languages = [.. (languages ?? ["en"]).Select(tag => new Sourced<string>(tag, Member))],
            Email = new Sourced<string>($"person{id}@example.org", Member),
            LiabilityCover = new Sourced<bool>(true, Member),
            DocumentedTrainingHours = new Sourced<int>(1000, Board),
            Exclusion = new ExclusionCheck(exclusion, Board with { Source = "OIG LEIE" }),
            Licences = [new Licence(place.State, "Licensed Massage Therapist", $"01234{id}", licence, Today.AddYears(-3), Today.AddYears(1), Board.AsOf, Board)],
            Modalities = [.. (modalities ?? ["swedish"]).Select(code => new OfferedModality(Code<Modality>.Parse(code), TrainingLevel.Course, 100, null, Member))],
            Networks = insurer is null ? [] : [new NetworkFact(Code<Insurer>.Parse(insurer), null, true, null, null, null, null, Member)],
            Listings = [new Listing(new ListingId(id), At(place, Zip(zip), accepting))],
        };
    }

    private static PracticePlace At(Place place, ZipCode zip, AcceptingPatients accepting) => new()
    {
        Address = new PostalAddress("1 Example Street", null, place.City, place.State, zip),
        Point = place.Point,
        PointUncertainty = place.Uncertainty,
        Phone = PhoneNumber.TryParse("315-555-0123", out var phone) ? phone : null,
        Setting = CareSetting.Clinic,
        Accepting = new Sourced<AcceptingPatients>(accepting, Member),
        From = Member,
    };

    private static ZipCode Zip(string text) => ZipCode.TryParse(text, out var zip) ? zip : throw new FormatException(text);

    private static Npi NpiOf(long id)
    {
        var nine = 200_000_000 + id;
        return new Npi((nine * 10) + Npi.CheckDigit(nine));
    }
}
