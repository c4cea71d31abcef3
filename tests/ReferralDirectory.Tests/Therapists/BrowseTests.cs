using System.Net;
using System.Net.Http.Json;
using ReferralDirectory.Tests.Platform;
using ReferralDirectory.Therapists;

namespace ReferralDirectory.Tests.Therapists;

public sealed class BrowseTests(DirectoryAppHost host)
{
    private readonly HttpClient client = host.CreateClient();

    [Theory]
    [InlineData("near=13202", "thr_000001 thr_000002 thr_000003")]
    [InlineData("near=13202&radiusMiles=1", "thr_000001")]
    [InlineData("near=Syracuse,%20NY&insurer=CIGNA", "thr_000002")]
    [InlineData("near=43.0481,-76.1474&language=es", "thr_000001")]
    [InlineData("near=13202&accepting=no", "thr_000003")]
    [InlineData("near=13202&insurer=aetna&plan=OPEN%20choice%20ppo", "thr_000001")]
    [InlineData("near=13202&modality=deep-tissue", "thr_000002")]
    [InlineData("near=13202&icd10=I89.0", "thr_000001")]
    [InlineData("near=13202&icd10=Z99.9", "")]
    [InlineData("q=nunez", "thr_000001 thr_000003")]
    [InlineData("q=MAR%20n%C3%BA", "thr_000001")]
    [InlineData("sort=name", "thr_00001a thr_000001 thr_000003 thr_000002")]
    public async Task Filters_leave_those_who_fit_in_order(string query, string ids)
    {
        var page = await Browse(query);

        Assert.Equal(ids, string.Join(' ', page.Items.Select(item => item.Id)));
        Assert.Equal(page.Items.Count, page.Total);
    }

    [Fact]
    public async Task People_on_the_exclusion_list_perhaps_on_it_or_suspended_are_never_listed()
    {
        var page = await Browse("limit=100");

        Assert.DoesNotContain(page.Items, item => item.Id is "thr_000004" or "thr_000005" or "thr_000006");
    }

    [Fact]
    public async Task Pages_of_one_show_everybody_once_and_in_order()
    {
        var seen = new List<string>();
        for (var query = "sort=name&limit=1"; query is not null;)
        {
            var page = await Browse(query);
            seen.Add(Assert.Single(page.Items).Id);
            query = page.Next is { } next ? $"sort=name&limit=1&cursor={next}" : null;
        }

        Assert.Equal(["thr_00001a", "thr_000001", "thr_000003", "thr_000002"], seen);
    }

    [Fact]
    public async Task The_next_page_is_linked()
    {
        using var answer = await client.GetAsync("/v1/therapists?near=13202&limit=2&facets=tier");
        var link = Assert.Single(answer.Headers.GetValues("Link"));
        var address = link[(link.IndexOf('<', StringComparison.Ordinal) + 1)..link.IndexOf('>', StringComparison.Ordinal)];

        var rest = await client.GetFromJsonAsync<BrowseResponse>(address, Answers.Options);

        Assert.Equal("thr_000003", Assert.Single(rest!.Items).Id);
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task A_cursor_that_was_edited_or_carried_to_another_query_is_refused()
    {
        var next = (await Browse("sort=name&limit=1")).Next!;
        var edited = next[..^2] + (next[^2] == 'A' ? 'B' : 'A') + next[^1];

        foreach (var query in new[] { $"sort=name&cursor={edited}", $"sort=name&minTier=1&cursor={next}", "cursor=%20", "cursor=AAAA" })
            Assert.Equal("invalid-cursor", (await client.GetAsync("/v1/therapists?" + query).ProblemOf()).Code);
    }

    [Fact]
    public async Task Facets_count_what_the_filters_leave()
    {
        var page = await Browse("near=13202&facets=modality,accepting,language");

        Assert.Equal(["modality", "accepting", "language"], page.Facets!.Keys);
        Assert.Equal([("swedish", 2), ("cdt", 1), ("deep-tissue", 1)], page.Facets["modality"].Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([("yes", 2), ("no", 1)], page.Facets["accepting"].Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([("en", 3), ("es-MX", 1)], page.Facets["language"].Select(facet => (facet.Value, facet.Count)));
    }

    [Fact]
    public async Task A_tier_filter_judges_in_the_listings_state()
    {
        var (newYork, newJersey) = (DirectoryAppPeople.Person(1, "Ana", "Abbott", "10001"), DirectoryAppPeople.Person(2, "Bo", "Baker", "07030"));
        var acrossTheRiver = newJersey with { Licences = newYork.Licences };
        await using var other = new DirectoryAppHost(DirectoryAppPeople.Compile(newYork, acrossTheRiver));

        var all = await Browse("near=10001", other.CreateClient());
        var vetted = await Browse("near=10001&minTier=2", other.CreateClient());

        Assert.Equal([("thr_000001", 3), ("thr_000002", 1)], all.Items.Select(item => (item.Id, item.VettingTier)));
        Assert.Equal("thr_000001", Assert.Single(vetted.Items).Id);
    }

    [Theory]
    [InlineData("near=00000", "/near", "unknown-place")]
    [InlineData("near=Atlantis,%20NY", "/near", "unknown-place")]
    [InlineData("near=91,0", "/near", "unknown-place")]
    [InlineData("near=NaN,0", "/near", "unknown-place")]
    [InlineData("near=0,0", "/near", "unknown-place")]
    [InlineData("near=13202&radiusMiles=250.1", "/radiusMiles", "out-of-range")]
    [InlineData("near=13202&radiusMiles=NaN", "/radiusMiles", "out-of-range")]
    [InlineData("radiusMiles=5", "/radiusMiles", "needs-near")]
    [InlineData("sort=distance", "/sort", "needs-near")]
    [InlineData("sort=best", "/sort", "unknown-value")]
    [InlineData("insurer=acme", "/insurer", "unknown-insurer")]
    [InlineData("plan=gold", "/plan", "needs-insurer")]
    [InlineData("insurer=aetna&plan=gold", "/plan", "unknown-plan")]
    [InlineData("modality=hugging", "/modality", "unknown-modality")]
    [InlineData("condition=sadness", "/condition", "unknown-condition")]
    [InlineData("icd10=spine", "/icd10", "invalid-icd10")]
    [InlineData("npi=2000000000", "/npi", "invalid-npi")]
    [InlineData("gender=any", "/gender", "unknown-value")]
    [InlineData("minTier=5", "/minTier", "out-of-range")]
    [InlineData("limit=101", "/limit", "out-of-range")]
    [InlineData("limit=0", "/limit", "out-of-range")]
    [InlineData("language=e", "/language", "invalid-language")]
    public async Task A_filter_that_makes_no_sense_is_named(string query, string pointer, string code)
    {
        var problem = await client.GetAsync("/v1/therapists?" + query).ProblemOf();

        var error = Assert.Single(problem.Errors!);
        Assert.Equal((400, pointer, code), (problem.Status, error.Pointer, error.Code));
    }

    [Theory]
    [InlineData("near=13202&radiusMiles=250")]
    [InlineData("limit=100")]
    public async Task The_largest_values_are_taken(string query)
    {
        using var answer = await client.GetAsync("/v1/therapists?" + query);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<BrowseResponse> Browse(string query) => Browse(query, client);

    private static async Task<BrowseResponse> Browse(string query, HttpClient client) =>
        (await client.GetFromJsonAsync<BrowseResponse>("/v1/therapists?" + query, Answers.Options))!;
}
