using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Tests.Platform;

namespace ReferralDirectory.Tests.Vocabularies;

public sealed class VocabularyTests(DirectoryAppHost host)
{
    private readonly HttpClient client = host.CreateClient();

    [Theory]
    [InlineData("/v1/modalities?q=SWED", "code", "swedish")]
    [InlineData("/v1/conditions?q=lymphed", "code", "lymphedema")]
    [InlineData("/v1/insurers?q=cvs", "id", "aetna")]
    [InlineData("/v1/insurers/aetna/plans?q=open", "id", "open-choice-ppo")]
    [InlineData("/v1/icd10?q=i89.0", "code", "I89.0")]
    [InlineData("/v1/icd10?q=fibromy", "code", "M79.7")]
    [InlineData("/v1/places?q=13202", "zip", "13202")]
    [InlineData("/v1/places?q=syracuse,%20ny", "city", "Syracuse")]
    public async Task Typing_ahead_finds_the_word(string address, string member, string first)
    {
        var list = await client.GetFromJsonAsync<JsonObject>(address);

        Assert.Equal(first, list!["items"]![0]![member]!.GetValue<string>());
    }

    [Fact]
    public async Task An_insurer_is_found_by_its_alias()
    {
        using var byAlias = await client.GetAsync("/v1/insurers/CVS%20Health%20Aetna/plans");

        Assert.Equal(HttpStatusCode.OK, byAlias.StatusCode);
        Assert.Equal("not-found", (await client.GetAsync("/v1/insurers/acme/plans").ProblemOf()).Code);
    }

    [Fact]
    public async Task A_list_says_how_many_there_are_beyond_the_limit()
    {
        var list = await client.GetFromJsonAsync<JsonObject>("/v1/insurers?limit=3");

        Assert.Equal(3, list!["items"]!.AsArray().Count);
        Assert.True(list["total"]!.GetValue<int>() >= 40);
    }

    [Theory]
    [InlineData("/v1/icd10", "/q", "required")]
    [InlineData("/v1/modalities?limit=0", "/limit", "out-of-range")]
    [InlineData("/v1/places?q=a&limit=101", "/limit", "out-of-range")]
    public async Task A_question_that_cannot_be_answered_is_refused(string address, string pointer, string code)
    {
        var problem = await client.GetAsync(address).ProblemOf();

        var error = Assert.Single(problem.Errors!);
        Assert.Equal((pointer, code), (error.Pointer, error.Code));
    }

    [Fact]
    public async Task Tables_may_be_kept_and_are_asked_for_once()
    {
        using var first = await client.GetAsync("/v1/knowledge");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/knowledge");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await client.SendAsync(request);

        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_ranking_is_kept_only_until_an_option_of_it_changes()
    {
        await using var own = new DirectoryAppHost();
        await using var other = own.WithWebHostBuilder(builder => builder.ConfigureTestServices(
            services => services.AddSingleton(new RankingOptions { HalfDistanceMiles = 9 })));
        using var usual = await client.GetAsync("/v1/ranking");
        using var changed = await other.CreateClient().GetAsync("/v1/ranking");

        Assert.NotEqual(usual.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task The_ranking_goes_by_the_name_that_answers_give_it() => Assert.Equal(
        RulesetVersion.Of(new RankingOptions()), (await client.GetFromJsonAsync<JsonObject>("/v1/ranking"))!["rulesetVersion"]!.GetValue<string>());

    [Fact]
    public async Task The_clinical_tables_say_that_no_clinician_has_reviewed_them()
    {
        var tables = await client.GetFromJsonAsync<JsonObject>("/v1/knowledge");

        Assert.Contains("No clinician has reviewed", tables!["notice"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.All(tables["indications"]!.AsArray(), row => Assert.NotEmpty(row!["source"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_published_weights_add_up_to_100_for_each_audience()
    {
        var ranking = await client.GetFromJsonAsync<JsonObject>("/v1/ranking");
        var rules = ranking!["rules"]!.AsArray();

        Assert.Equal(7, rules.Count);
        Assert.Equal(100, rules.Sum(rule => rule!["weight"]!["physician"]!.GetValue<int>()));
        Assert.Equal(100, rules.Sum(rule => rule!["weight"]!["patient"]!.GetValue<int>()));
        Assert.All(rules, rule => Assert.NotEmpty(rule!["formula"]!.GetValue<string>()));
    }
}
