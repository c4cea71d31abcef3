using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Demo;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Import;

namespace ReferralDirectory.Tests.Demo;

public sealed class DemoGeneratorTests
{
    /// <summary>The committed demonstration, resolved as on the day of its import.</summary>
    private static readonly Lazy<ImmutableArray<TherapistProfile>> People = new(Resolve);

    [Fact]
    public void The_committed_files_are_what_the_generator_makes()
    {
        var made = Make(DemoGenerator.DefaultCount, DemoGenerator.DefaultSeed);

        Assert.All(made, file => Assert.True(
            File.ReadAllText(Path.Combine(Shipped.SeedData, "demo", file.Key)) == file.Value, $"{file.Key} is out of date: run `generate`."));
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Shipped.SeedData, "demo"), "*.csv").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            made.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_seed_makes_other_people_and_a_smaller_count_the_first_of_the_same()
    {
        string Members(int count, int seed) => Make(count, seed)[$"members-{DemoOrganizations.Lists[0].Id}.csv"];

        Assert.NotEqual(Members(60, 1), Members(60, 2));
        Assert.StartsWith(Members(60, 1), Members(80, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Five_thousand_people_come_out_of_the_overlapping_lists()
    {
        Assert.Equal(DemoGenerator.DefaultCount, People.Value.Length);
        Assert.InRange(People.Value.Count(person => person.Memberships.Length > 1), 1_000, 3_500);
        Assert.All(People.Value, person => Assert.InRange(person.Memberships.Length, 1, 3));
        Assert.Equal(5, People.Value.SelectMany(person => person.Memberships).Select(membership => membership.Organization).Distinct().Count());
    }

    [Fact]
    public void Everybody_is_recognisably_invented() => Assert.All(People.Value, person =>
    {
        Assert.True(person.Synthetic);
        Assert.True(person.Npi?.Value.IsInSyntheticRange ?? true);
        Assert.EndsWith("@example.org", person.Email?.Value ?? "@example.org", StringComparison.Ordinal);
        Assert.All(person.Listings, listing => Assert.Contains("55501", listing.Place.Phone?.Value ?? "55501", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_state_has_some_and_the_example_cities_have_many()
    {
        var places = People.Value.SelectMany(person => person.Listings).Select(listing => listing.Place).ToArray();

        Assert.Equal(51, places.Select(place => place.Address.State).Distinct().Count());
        Assert.All(new[] { "Syracuse", "Boulder", "Seattle" }, city => Assert.True(places.Count(place => place.Address.City == city) > 30, city));
        Assert.True(places.Count(place => place.Address.State == StateCode.Parse("CA")) > 400);
    }

    [Theory]
    [InlineData("13202")]
    [InlineData("80302")]
    [InlineData("98101")]
    public void Near_the_example_cities_vetted_lymphedema_therapists_are_found(string zip)
    {
        Assert.True(ZipCode.TryParse(zip, out var code));
        var home = Shipped.Places.Find(code)!.Point;

        Assert.True(People.Value.Count(person =>
            person.Listings.Any(listing => listing.Place.Point.DistanceTo(home).Value < 25)
            && person.Certifications.Any(held => held is { Credential.Value: "clt" or "clt-lana", ConfirmedOn: not null })
            && TierAssessor.Assess(person, person.Listings[0].Place.Address.State, ImportFiles.Today, Shipped.Knowledge).Tier >= 2) >= 3);
    }

    [Theory]
    [InlineData(0, 0.02, 0.05)]
    [InlineData(1, 0.20, 0.32)]
    [InlineData(2, 0.33, 0.46)]
    [InlineData(3, 0.16, 0.27)]
    [InlineData(4, 0.06, 0.13)]
    public void Tiers_are_spread_as_designed_and_still_are_when_the_demonstration_is_due_for_renewal(int tier, double least, double most)
    {
        foreach (var day in new[] { ImportFiles.Today, ImportFiles.Today.AddDays(14) })
        {
            var share = People.Value.Count(person =>
                TierAssessor.Assess(person, person.Listings[0].Place.Address.State, day, Shipped.Knowledge).Tier == tier) / (double)People.Value.Length;
            Assert.InRange(share, least, most);
        }
    }

    [Fact]
    public void Licences_certificates_and_gaps_are_spread_as_in_life()
    {
        var people = People.Value;
        double Share(Func<TherapistProfile, bool> has) => people.Count(has) / (double)people.Length;

        Assert.InRange(Share(person => person.Licences.Any(licence => licence.Status == LicenceStatus.Expired)), 0.04, 0.08);
        Assert.InRange(Share(person => person.Licences.Any(licence => licence.Status is LicenceStatus.Suspended or LicenceStatus.Revoked)), 0.005, 0.02);
        Assert.InRange(Share(person => person.Licences.Any(licence => licence.Status is LicenceStatus.ActiveWithConditions or LicenceStatus.Interim)), 0.01, 0.04);
        Assert.InRange(Share(person => person.Licences.Length > 1), 0.01, 0.15);
        Assert.InRange(Share(person => person.Certifications.Any(held => held is { Credential.Value: "bctmb", ConfirmedOn: not null })), 0.09, 0.15);
        Assert.InRange(Share(person => person.Certifications.Any(held => held is { Credential.Value: "clt" or "clt-lana", ConfirmedOn: not null })), 0.04, 0.08);
        Assert.InRange(Share(person => person.Listings.Any(listing => listing.Place.HomeVisitRadius is not null)), 0.12, 0.2);
        Assert.InRange(Share(person => person.Listings.Length == 2), 0.1, 0.2);
        Assert.InRange(Share(person => person.Listings[0].Place.Phone is null), 0.03, 0.12);
        Assert.InRange(Share(person => person.Listings[0].Place.Accepting.Value == AcceptingPatients.Unknown), 0.22, 0.38);
        Assert.InRange(Share(person => person.Exclusion is { Status: ExclusionStatus.PossibleMatch or ExclusionStatus.Excluded }), 0.001, 0.02);
        Assert.Equal(10, people.Count(person => person.IdentityConflict));
    }

    [Fact]
    public void On_one_list_stands_everybody()
    {
        var everybody = Make(60, seed: 1, DemoOrganizations.Lists[0]);

        var members = Assert.Single(everybody, file => file.Key.StartsWith("members-", StringComparison.Ordinal)).Value;
        Assert.Equal(60, members.Split('\n').Count(row => row.StartsWith('M') && row.Split(',')[1].Length == 0));
    }

    private static Dictionary<string, string> Make(int count, int seed, params DemoOrganization[] lists)
    {
        var files = new Dictionary<string, StringWriter>(StringComparer.Ordinal);
        var world = new DemoWorld(count, seed, Shipped.Places, Shipped.Knowledge);
        DemoGenerator.Generate(lists is [] ? world : world with { Lists = lists }, name => files[name] = new StringWriter(CultureInfo.InvariantCulture));
        return files.ToDictionary(file => file.Key, file => file.Value.ToString(), StringComparer.Ordinal);
    }

    private static ImmutableArray<TherapistProfile> Resolve()
    {
        var directory = Path.Combine(Shipped.SeedData, "demo");
        var organizations = ImportFiles.Read((path, context, _, errors) => OrganizationFile.Read(path, context, errors), File.ReadAllBytes(Path.Combine(directory, "organizations.csv")), by: null).Staged.Organizations;
        var lists = organizations.Where(organization => organization.Kind == "trade-organization")
            .Select(organization => Staged(MemberListFile.Read, Path.Combine(directory, $"members-{organization.Id}.csv"), organization));
        var ledger = Directory.GetFiles(directory, "verifications-*.csv").Order(StringComparer.Ordinal)
            .SelectMany(file => Staged(VerificationFile.Read, file, organizations[^1]).Verifications).ToLookup(check => check.Subject.Key);
        var groups = IdentityGrouper.Group([.. lists.SelectMany(list => list.Records)]);
        return [.. groups.Select((group, i) => TherapistResolver.Resolve(
            group, [.. group.Records.SelectMany(IdentityGrouper.KeysOf).Select(key => key.Key).Distinct(StringComparer.Ordinal).SelectMany(key => ledger[key])],
            new TherapistId(i + 1), 1, _ => new ListingId(1)))];
    }

    private static FileContent Staged(ImportFiles.Reader reader, string path, Organization by)
    {
        var file = ImportFiles.Read(reader, File.ReadAllBytes(path), by);
        Assert.Empty(file.Found.Errors);
        return file.Staged;
    }
}
