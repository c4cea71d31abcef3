using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Platform;
using ReferralDirectory.Therapists;

namespace ReferralDirectory.Tests.Therapists;

public sealed class ReadTests(DirectoryAppHost host)
{
    private readonly HttpClient client = host.CreateClient();

    [Fact]
    public async Task Every_fact_says_where_it_comes_from()
    {
        var therapist = (await client.GetFromJsonAsync<TherapistResponse>("/v1/therapists/thr_000001", Answers.Options))!;

        Assert.True(therapist.Synthetic);
        Assert.Equal("Ana María Núñez", therapist.Name);
        Assert.Equal(FactMethod.PrimarySource, Assert.Single(therapist.Licences).From.Method);
        Assert.Equal(new DateOnly(2026, 11, 11), therapist.Npi!.From.AsOf);
        Assert.Equal("US-NY", Assert.Single(therapist.Vetting).State);
        Assert.NotEmpty(therapist.Vetting[0].MissingForNextTier);
    }

    [Theory]
    [InlineData("thr_000004")]
    [InlineData("thr_000005")]
    [InlineData("thr_000008")]
    [InlineData("thr_zzzzzz")]
    [InlineData("thr_1")]
    [InlineData("THR_000001")]
    [InlineData("1")]
    public async Task Whoever_must_not_be_shown_is_as_unknown_as_whoever_is_not_there(string id)
    {
        Assert.Equal("not-found", (await client.GetAsync("/v1/therapists/" + id).ProblemOf()).Code);
        Assert.Equal("not-found", (await client.GetAsync($"/v1/therapists/{id}.vcf").ProblemOf()).Code);
    }

    [Theory]
    [InlineData("/v1/therapists/thr_000001.vcf", null)]
    [InlineData("/v1/therapists/thr_000001", "text/vcard")]
    public async Task An_address_card_is_a_vCard_with_folded_lines(string address, string? accept)
    {
        using var answer = await Get(address, accept);
        var card = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/vcard", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana María Núñez\r\nN:Núñez;Ana María;;;\r\n", card, StringComparison.Ordinal);
        Assert.EndsWith("END:VCARD\r\n", card, StringComparison.Ordinal);
        Assert.Contains("TEL;TYPE=work;VALUE=uri:tel:+13155550123\r\n", card, StringComparison.Ordinal);
        Assert.All(card.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Theory]
    [InlineData("/v1/therapists/thr_000001.jsonld", null)]
    [InlineData("/v1/therapists/thr_000001", "application/ld+json")]
    public async Task Search_engines_get_a_person_of_schema_org(string address, string? accept)
    {
        using var answer = await Get(address, accept);
        using var person = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Person", person.RootElement.GetProperty("@type").GetString());
        Assert.Equal("NY", person.RootElement.GetProperty("workLocation")[0].GetProperty("address").GetProperty("addressRegion").GetString());
    }

    [Fact]
    public async Task Who_has_the_answer_gets_304_until_the_day_ends()
    {
        await using var own = new DirectoryAppHost();
        var reader = own.CreateClient();
        using var first = await reader.GetAsync("/v1/therapists/thr_000001");
        reader.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await reader.GetAsync("/v1/therapists/thr_000001")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/v1/therapists/thr_000001.vcf")).StatusCode);

        // 21:00 in New York is already the next day in UTC, and is not yet the next day for a therapist in Syracuse.
        own.Clock.Now = new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.NotModified, (await reader.GetAsync("/v1/therapists/thr_000001")).StatusCode);
        own.Clock.Now = new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/v1/therapists/thr_000001")).StatusCode);
    }

    [Theory]
    [InlineData("/v1/therapists/thr_000007", "/v1/therapists/thr_000001")]
    [InlineData("/v1/therapists/thr_000007.vcf", "/v1/therapists/thr_000001.vcf")]
    [InlineData("/v1/therapists/thr_000007.jsonld", "/v1/therapists/thr_000001.jsonld")]
    public async Task An_id_that_was_merged_leads_to_the_one_that_stays(string address, string survivor)
    {
        using var strict = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        using var answer = await strict.GetAsync(address);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(survivor, answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
    }

    private async Task<HttpResponseMessage> Get(string address, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return await client.SendAsync(request);
    }
}
