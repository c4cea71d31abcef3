using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Platform;
using ReferralDirectory.Therapists;

namespace ReferralDirectory.Tests.Therapists;

/// <summary>What every form of a therapist says, and what none of them tells.</summary>
public sealed class CardTests
{
    private const string Home = "/v1/therapists/thr_000001";
    private static readonly Provenance Member = new("demo-massage-alliance", FactMethod.Organization, DirectoryAppPeople.Today);

    [Fact]
    public async Task Every_form_says_that_an_invented_person_is_synthetic()
    {
        await using var host = new DirectoryAppHost();
        var client = host.CreateClient();

        Assert.Contains("\r\nX-SYNTHETIC:TRUE\r\n", await client.GetStringAsync(Home + ".vcf"), StringComparison.Ordinal);
        Assert.Equal("""{"@type":"PropertyValue","propertyID":"synthetic","value":true}""", (await LinkedData(client)).GetProperty("additionalProperty").GetRawText());
    }

    [Fact]
    public async Task Where_nobody_is_received_no_form_tells_the_street_or_the_door()
    {
        await using var host = Host(person => person with { Listings = [AtHome(person.Listings[0])] });
        var client = host.CreateClient();
        string[] forms = [Home, Home + ".vcf", Home + ".jsonld", "/v1/therapists?near=13202"];

        foreach (var form in forms)
        {
            var text = await client.GetStringAsync(form);
            Assert.Contains("Syracuse", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Example Street", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Apt 7", text, StringComparison.Ordinal);
            Assert.DoesNotContain("43.04567", text, StringComparison.Ordinal);
        }

        var listing = Assert.Single((await client.GetFromJsonAsync<TherapistResponse>(Home, Answers.Options))!.Listings);
        var zip = DirectoryAppPeople.Person(1, "A", "B", "13202").Listings[0].Place.Point;
        Assert.Equal((null, "13202"), (listing.Address.Line1, listing.Address.Zip));
        Assert.Equal((Math.Round(zip.Latitude, 2), Math.Round(zip.Longitude, 2)), (listing.Latitude, listing.Longitude));
    }

    [Theory]
    [InlineData("https://ana.example.org/a b\r\nX-EVIL:1", "https://ana.example.org/a%20b")]
    [InlineData("http://ana.example.org", "http://ana.example.org/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,hello", null)]
    [InlineData("ana.example.org", null)]
    public async Task Only_a_web_address_is_written_and_it_stays_on_its_line(string website, string? written)
    {
        await using var host = Host(person => person with { Website = new Sourced<string>(website, Member) });
        var client = host.CreateClient();
        var lines = (await client.GetStringAsync(Home + ".vcf")).Split("\r\n");
        var url = (await LinkedData(client)).GetProperty("url").GetString();

        Assert.DoesNotContain(lines, line => line.StartsWith("X-EVIL", StringComparison.Ordinal));
        Assert.Equal(written is not null, lines.Any(line => line.StartsWith("URL:" + written, StringComparison.Ordinal)));
        Assert.Equal(written is not null, url?.StartsWith(written!, StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task A_line_break_in_a_name_is_escaped()
    {
        await using var host = Host(person => person with { Name = new Sourced<PersonName>(new PersonName("Ana\rB\nC", "Núñez"), Member) });

        Assert.Contains("\r\nN:Núñez;Ana\\nB\\nC;;;\r\n", await host.CreateClient().GetStringAsync(Home + ".vcf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_that_changes_its_name_changes_the_tag()
    {
        var before = await TagWith("Massage Alliance");

        Assert.Equal(before, await TagWith("Massage Alliance"));
        Assert.NotEqual(before, await TagWith("Alliance of Massage"));
    }

    private static async Task<EntityTagHeaderValue> TagWith(string organization)
    {
        var id = Code<Organization>.Parse("demo-massage-alliance");
        var person = DirectoryAppPeople.Person(1, "Ana María", "Núñez", "13202") with { Memberships = [new Membership(id, "M-1", MembershipStatus.Active, null, Member)] };
        await using var host = new DirectoryAppHost(MatchIndexCompiler.Compile(new DirectorySnapshot(
            7, Shipped.Knowledge, [new Organization(id, organization, "trade-organization", null, true)], [person])));
        using var answer = await host.CreateClient().GetAsync(Home);
        return answer.Headers.ETag!;
    }

    [Theory]
    [InlineData(LicenceStatus.Suspended)]
    [InlineData(LicenceStatus.Revoked)]
    public async Task Whoever_is_suspended_or_revoked_has_no_card_that_leaves_it_out(LicenceStatus status)
    {
        await using var host = Host(person => person with { Licences = [person.Licences[0] with { Status = status }] });
        var client = host.CreateClient();

        Assert.Contains(status == LicenceStatus.Suspended ? "suspended" : "revoked", await client.GetStringAsync(Home), StringComparison.Ordinal);
        foreach (var (path, accept) in ((string, string?)[])[(Home + ".vcf", null), (Home + ".jsonld", null), (Home, "text/vcard"), (Home, "application/ld+json")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (accept is not null)
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
            using var answer = await client.SendAsync(request);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("Example Street", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static DirectoryAppHost Host(Func<TherapistProfile, TherapistProfile> change) =>
        new(DirectoryAppPeople.Compile(change(DirectoryAppPeople.Person(1, "Ana María", "Núñez", "13202"))));

    private static Listing AtHome(Listing listing) => listing with
    {
        Place = listing.Place with
        {
            Setting = CareSetting.HomeVisitOnly,
            HomeVisitRadius = new Miles(20),
            Address = listing.Place.Address with { Line2 = "Apt 7" },
            Point = GeoPoint.Create(43.04567, -76.15),
        },
    };

    private static async Task<JsonElement> LinkedData(HttpClient client) => await client.GetFromJsonAsync<JsonElement>(Home + ".jsonld");
}
