using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vetting;
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
    [InlineData("132")]
    [InlineData("portl")]
    public async Task Of_places_too_all_that_fit_are_counted(string beginning)
    {
        var all = await client.GetFromJsonAsync<JsonObject>($"/v1/places?q={beginning}&limit=100");
        var some = await client.GetFromJsonAsync<JsonObject>($"/v1/places?q={beginning}&limit=3");

        Assert.Equal(3, some!["items"]!.AsArray().Count);
        Assert.Equal(all!["items"]!.AsArray().Count, some["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_formulas_name_the_constants_that_the_rules_go_by()
    {
        var ranking = await client.GetFromJsonAsync<JsonObject>("/v1/ranking");
        var formulas = ranking!["rules"]!.AsArray().ToDictionary(rule => rule!["rule"]!.GetValue<string>(), rule => rule!["formula"]!.GetValue<string>());

        Assert.Contains($"at least {ModalityFitRule.DocumentedHours} documented hours", formulas["modality-fit"], StringComparison.Ordinal);
        Assert.Contains("grade A 1, B 0.8, C 0.5, D 0.25, times training: certified 1,", formulas["modality-fit"], StringComparison.Ordinal);
        Assert.Contains("Tier 0 to 4 as 0, 0.2, 0.55, 0.75, 0.9; plus 0.1 times", formulas["vetting"], StringComparison.Ordinal);
        Assert.Contains($"over {TierAssessor.LicenceCheckDays} days", formulas["vetting"], StringComparison.Ordinal);
        Assert.Contains($"halved for each {NetworkEvidenceRule.HalfLifeDays} days", formulas["network-evidence"], StringComparison.Ordinal);
        Assert.Contains($"An opening within {AvailabilityRule.OpeningDays} days", formulas["availability"], StringComparison.Ordinal);
        Assert.Contains($"below {RecordRule.Enough} referrals", formulas["record"], StringComparison.Ordinal);
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
