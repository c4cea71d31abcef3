using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Import;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Import.Registers;
using ReferralDirectory.Vocabularies;

namespace ReferralDirectory.Tests.Vocabularies;

/// <summary>The search for codes, with an imported release and without one.</summary>
public sealed class Icd10CodesTests
{
    [Fact]
    public async Task An_imported_release_is_searched_as_soon_as_the_index_follows()
    {
        await using var host = new DirectoryAppHost();
        var client = host.CreateClient();
        using var before = await client.GetAsync("/v1/icd10?q=cholera");
        Assert.Equal(0, (await before.Content.ReadFromJsonAsync<JsonObject>())!["total"]!.GetValue<int>());

        await ImportAsync(host);
        using var after = await client.GetAsync("/v1/icd10?q=cholera&limit=2");
        var list = await after.Content.ReadFromJsonAsync<JsonObject>();

        Assert.Equal((4, 2), (list!["total"]!.GetValue<int>(), list["items"]!.AsArray().Count));
        Assert.Equal("""{"code":"A00","title":"Cholera","conditions":[],"billable":false}""", list["items"]![0]!.ToJsonString());
        Assert.Equal("""{"fiscalYear":2026,"from":"2025-10-01"}""", list["release"]!.ToJsonString());
    }

    [Fact]
    public async Task Without_a_release_the_answer_is_the_short_list_and_names_none()
    {
        await using var host = new DirectoryAppHost();

        var list = await host.CreateClient().GetFromJsonAsync<JsonObject>("/v1/icd10?q=I89.0");

        Assert.False(list!.ContainsKey("release"));
        Assert.False(list["items"]![0]!.AsObject().ContainsKey("billable"));
    }

    [Fact]
    public async Task What_was_kept_of_the_answer_is_asked_for_again_after_an_import()
    {
        await using var host = new DirectoryAppHost();
        var client = host.CreateClient();
        using var before = await client.GetAsync("/v1/icd10?q=I89");
        await ImportAsync(host);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/icd10?q=I89");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public void Codes_of_the_tables_come_first_where_words_are_searched_and_the_release_says_their_titles()
    {
        var near = Shipped.Knowledge.Rows.Icd10Titles.First(row => row.Title.Contains("Low back pain", StringComparison.Ordinal));
        var release = Release(("A000", "Low back of a cholera"), (near.Code.Value, "Low back pain, renamed"));

        var found = new Icd10Search().Find("low BACK", Shipped.Knowledge, release);

        Assert.Contains(new Icd10Found(near.Code, "Low back pain, renamed", IsBillable: true), found);
        Assert.Equal("A00.0", found[^1].Code.ToString());
        Assert.All(found.SkipLast(1), code => Assert.NotNull(Shipped.Knowledge.TitleOf(code.Code)));
    }

    [Fact]
    public void A_beginning_of_codes_finds_those_of_both_in_their_order()
    {
        var release = Release(("M5450", "Low back pain"), ("M5A", "Backache"), ("M549", "Dorsalgia"), ("M55", "Other"));

        var found = new Icd10Search().Find(" m54.", Shipped.Knowledge, release);

        Assert.Equal(found.Select(code => code.Code).Order(), found.Select(code => code.Code));
        Assert.Contains(found, code => code.Code.Value == "M549");
        Assert.All(found, code => Assert.StartsWith("M54", code.Code.Value, StringComparison.Ordinal));
        Assert.Equal(found.Count, found.Select(code => code.Code).Distinct().Count());
        Assert.Equal(Shipped.Knowledge.Rows.Icd10Titles.Count(row => row.Code.StartsWith("M54")), found.Count(code => Shipped.Knowledge.TitleOf(code.Code) is not null));
    }

    [Fact]
    public void Every_word_must_begin_a_word_of_the_title()
    {
        var release = Release(("A000", "Cholera of the lower back"), ("A001", "Cholera, slowly"));

        Assert.Equal("A00.0", Assert.Single(new Icd10Search().Find("low chol", Shipped.Knowledge, release)).Code.ToString());
    }

    private static Icd10Release Release(params (string Code, string Title)[] codes) =>
        new("test", new DateOnly(2025, 10, 1), [.. codes.Select(code => new Icd10Entry(Icd10Code.TryParse(code.Code, out var parsed) ? parsed : default, IsBillable: true, code.Title))]);

    private static async Task ImportAsync(DirectoryAppHost host)
    {
        var report = await host.Services.GetRequiredService<Importer>().ImportAsync(
            new ImportRequest { Path = Icd10ReleaseTests.Excerpt, Format = ImportFormat.Icd10cm, Force = true }, progress: null, CancellationToken.None);
        Assert.True(report.Succeeded, $"{report.Errors.FirstOrDefault()}");
        await host.Services.GetRequiredService<LiveMatchIndex>().RefreshAsync(CancellationToken.None);
    }
}
