using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests;

internal static class A
{
    /// <summary>
    /// Practises in Syracuse at the patient's door, licensed in New York and checked, in Aetna as a whole by the insurer's file, taking
    /// patients, offering Swedish massage: passes every gate of <see cref="An.Order"/> at tier 2.
    /// </summary>
    public static TherapistBuilder Therapist(long id = 1) => new(id);
}

/// <summary>Changes one thing of the standard therapist per call. Days are counted back from <see cref="Words.Today"/>.</summary>
internal sealed class TherapistBuilder
{
    private const double MilesPerDegree = GeoPoint.EarthRadiusMiles * Math.PI / 180;

    private TherapistProfile profile;

    public TherapistBuilder(long id)
    {
        profile = new TherapistProfile
        {
            Id = new TherapistId(id),
            Revision = 1,
            Synthetic = true,
            IdentityConflict = false,
            Name = new Sourced<PersonName>(new PersonName("Ana", $"Ortiz{id}"), Said(30)),
            Npi = new Sourced<Npi>(new Npi((200_000_000L * 10) + Npi.CheckDigit(200_000_000)), Said(30)),
            LiabilityCover = new Sourced<bool>(true, Said(30)),
            Exclusion = new ExclusionCheck(ExclusionStatus.Clear, Said(10, FactMethod.PrimarySource)),
            Listings =
            [
                new Listing(new ListingId(id * 100), new PracticePlace
                {
                    Address = new PostalAddress("1 Main Street", null, "Syracuse", Words.NewYork, Words.SyracuseZip),
                    Point = Words.Syracuse,
                    PointUncertainty = new Miles(0),
                    Accepting = new Sourced<AcceptingPatients>(AcceptingPatients.Yes, Said(10)),
                    From = Said(30),
                }),
            ],
        };
        LicensedIn("NY").Offers("swedish").Takes(Words.Aetna);
    }

    public TherapistProfile Build() => profile;

    public TherapistBuilder With(Func<TherapistProfile, TherapistProfile> change)
    {
        profile = change(profile);
        return this;
    }

    /// <summary>Changes the listing that was added last.</summary>
    public TherapistBuilder Place(Func<PracticePlace, PracticePlace> change) => With(p => p with
    {
        Listings = p.Listings.SetItem(p.Listings.Length - 1, p.Listings[^1] with { Place = change(p.Listings[^1].Place) }),
    });

    /// <summary>A further listing like the last, for the calls that follow to change.</summary>
    public TherapistBuilder AlsoAt(long listing) => With(p => p with { Listings = p.Listings.Add(p.Listings[^1] with { Id = new ListingId(listing) }) });

    public TherapistBuilder Nowhere() => With(p => p with { Listings = [] });

    public TherapistBuilder MilesNorth(double miles) =>
        Place(place => place with { Point = GeoPoint.Create(Words.Syracuse.Latitude + (miles / MilesPerDegree), Words.Syracuse.Longitude) });

    public TherapistBuilder At(GeoPoint point) => Place(place => place with { Point = point });

    public TherapistBuilder InState(string state) => Place(place => place with { Address = place.Address with { State = StateCode.Parse(state) } });

    public TherapistBuilder InZip(string zip) => Place(place => place with { Address = place.Address with { Zip = Words.Zip(zip) } });

    public TherapistBuilder HomeVisitsWithin(double miles) => Place(place => place with { HomeVisitRadius = new Miles(miles) });

    public TherapistBuilder Accepting(AcceptingPatients value, int daysAgo = 10) =>
        Place(place => place with { Accepting = new Sourced<AcceptingPatients>(value, Said(daysAgo)) });

    public TherapistBuilder FreeInDays(int days) => Place(place => place with { NextOpening = Words.Today.AddDays(days) });

    public TherapistBuilder Unlicensed() => With(p => p with { Licences = [] });

    public TherapistBuilder LicensedIn(
        string state, LicenceStatus status = LicenceStatus.Active, DateOnly? expires = null, DateOnly? issued = null, string title = "Licensed Massage Therapist") =>
        With(p => p with
        {
            Licences = p.Licences.Add(new Licence(
                StateCode.Parse(state), title, "012345", status, issued, expires, Words.Today.AddDays(-30), Said(30, FactMethod.PrimarySource))),
        });

    /// <summary>Every licence was confirmed that long ago; null: never.</summary>
    public TherapistBuilder CheckedDaysAgo(int? days) => With(p => p with
    {
        Licences = [.. p.Licences.Select(licence => licence with { CheckedOn = days is { } ago ? Words.Today.AddDays(-ago) : null })],
    });

    public TherapistBuilder Excluded(ExclusionStatus status, int daysAgo = 10) =>
        With(p => p with { Exclusion = new ExclusionCheck(status, Said(daysAgo, FactMethod.PrimarySource)) });

    public TherapistBuilder Hours(int? documented = null, int? stated = null) => With(p => p with
    {
        DocumentedTrainingHours = documented is { } proven ? new Sourced<int>(proven, Said(30)) : null,
        StatedTrainingHours = stated is { } said ? new Sourced<int>(said, Said(30)) : null,
    });

    public TherapistBuilder Certified(string credential, int? confirmedDaysAgo = 30, DateOnly? issued = null, DateOnly? expires = null) => With(p => p with
    {
        Certifications = p.Certifications.Add(new Certification(
            Code<Credential>.Parse(credential), null, issued, expires, confirmedDaysAgo is { } ago ? Words.Today.AddDays(-ago) : null, Said(30))),
    });

    public TherapistBuilder Offers(string modality, int? documentedHours = null) => With(p => p with
    {
        Modalities = p.Modalities.Add(new OfferedModality(Words.Modality(modality), TrainingLevel.Listed, null, documentedHours, Said(30))),
    });

    public TherapistBuilder OffersOnly(string modality, int? documentedHours = null) => With(p => p with { Modalities = [] }).Offers(modality, documentedHours);

    public TherapistBuilder TakesNoInsurance() => With(p => p with { Networks = [] });

    public TherapistBuilder TakesOnly(Code<Insurer> insurer, Code<Network>? network = null, FactMethod method = FactMethod.InsurerFile, int daysAgo = 30) =>
        TakesNoInsurance().Takes(insurer, network, method, daysAgo);

    public TherapistBuilder Takes(
        Code<Insurer> insurer, Code<Network>? network = null, FactMethod method = FactMethod.InsurerFile, int daysAgo = 30, bool? accepting = null, string? zip = null,
        DateOnly? from = null, DateOnly? to = null) =>
        Fact(new NetworkFact(insurer, network, true, from, to, accepting, zip is null ? null : Words.Zip(zip), Said(daysAgo, method)));

    public TherapistBuilder IsOutOf(
        Code<Insurer> insurer, Code<Network>? network = null, FactMethod method = FactMethod.InsurerFile, int daysAgo = 30, string? zip = null) =>
        Fact(new NetworkFact(insurer, network, false, null, null, null, zip is null ? null : Words.Zip(zip), Said(daysAgo, method)));

    public TherapistBuilder Speaks(params string[] languages) =>
        With(p => p with { Languages = [.. languages.Select(language => new Sourced<string>(language, Said(30)))] });

    public TherapistBuilder Is(Gender gender) => With(p => p with { Gender = new Sourced<Gender>(gender, Said(30)) });

    public static Provenance Said(int daysAgo, FactMethod method = FactMethod.Organization) => new("test", method, Words.Today.AddDays(-daysAgo));

    private TherapistBuilder Fact(NetworkFact fact) => With(p => p with { Networks = p.Networks.Add(fact) });
}
