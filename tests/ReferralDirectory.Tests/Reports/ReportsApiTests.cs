using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reports;
using ReferralDirectory.Tests.Platform;

namespace ReferralDirectory.Tests.Reports;

public sealed class ReportsApiTests(DirectoryAppHost host)
{
    private const string Route = "/v1/reports";

    private readonly HttpClient client = host.CreateClient();

    [Theory]
    [InlineData("""{"therapistId":"thr_000001","kind":"wrong-phone"}""")]
    [InlineData("""{"therapistId":"thr_000001","listingId":"lst_000001","kind":"not-accepting"}""")]
    [InlineData("""{"therapistId":"thr_000001","kind":"moved","comment":"To Albany."}""")]
    [InlineData("""{"therapistId":"thr_000001","kind":"not-in-network","insurer":"Aetna"}""")]
    [InlineData("""{"therapistId":"thr_000001","kind":"other","comment":"The photograph shows somebody else."}""")]
    [InlineData("""{"therapistId":"thr_000007","kind":"wrong-phone"}""")]
    public async Task A_report_is_taken_on_with_an_id_and_the_day_by_which_an_answer_is_due(string body)
    {
        using var answer = await client.PostJson(Route, body);
        var report = (await answer.Content.ReadFromJsonAsync<ReportResponse>(Answers.Options))!;

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.True(ReportId.TryParse(report.Id, out _), report.Id);
        Assert.Equal(new DateOnly(2026, 11, 23), report.DueOn);
        Assert.Contains("by 23 November 2026", report.WhatHappens, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"therapistId":"thr_zzzzzz","kind":"moved"}""", "/therapistId", "unknown-therapist")]
    [InlineData("""{"therapistId":"thr_000004","kind":"moved"}""", "/therapistId", "unknown-therapist")]
    [InlineData("""{"therapistId":"anna","kind":"moved"}""", "/therapistId", "unknown-therapist")]
    [InlineData("""{"therapistId":"thr_000001","listingId":"lst_000002","kind":"moved"}""", "/listingId", "unknown-listing")]
    [InlineData("""{"therapistId":"thr_000001","kind":"not-in-network"}""", "/insurer", "needs-insurer")]
    [InlineData("""{"therapistId":"thr_000001","kind":"not-in-network","insurer":"nobody"}""", "/insurer", "unknown-insurer")]
    [InlineData("""{"therapistId":"thr_000001","kind":"moved","insurer":"aetna"}""", "/insurer", "unexpected-insurer")]
    [InlineData("""{"therapistId":"thr_000001","kind":"other"}""", "/comment", "needs-comment")]
    [InlineData("""{"therapistId":"thr_000001","kind":"other","comment":" "}""", "/comment", "needs-comment")]
    [InlineData("""{"therapistId":"thr_000001","kind":"rude"}""", "/kind", "unknown-value")]
    [InlineData("""{"therapistId":"thr_000001"}""", "/kind", "required")]
    [InlineData("""{"therapistId":"thr_000001","kind":"moved","patient":"Ann"}""", "/patient", "unknown-member")]
    [InlineData("""{"therapistId":null,"kind":"moved"}""", "/therapistId", "null")]
    [InlineData("""{"therapistId":"thr_000001","kind":"moved","comment":"a\u0000b"}""", "/comment", "control-character")]
    public async Task What_cannot_be_looked_into_is_refused_with_the_member_at_fault(string body, string pointer, string code)
    {
        var problem = await client.PostJson(Route, body).ProblemOf();

        Assert.Equal(400, problem.Status);
        Assert.Equal((pointer, code), problem.Errors!.Select(error => (error.Pointer, error.Code)).First());
    }

    [Theory]
    [InlineData(ReportRequestValidator.LongestComment, HttpStatusCode.Accepted)]
    [InlineData(ReportRequestValidator.LongestComment + 1, HttpStatusCode.BadRequest)]
    public async Task A_comment_has_a_longest_length(int length, HttpStatusCode status)
    {
        using var answer = await client.PostAsJsonAsync(Route, new { therapistId = "thr_000001", kind = "other", comment = new string('a', length) });

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("moved", null, "needs-listing")]
    [InlineData("moved", "lst_000002", null)]
    [InlineData("not-in-network", null, null)]
    public async Task Where_there_are_several_places_a_report_of_one_says_which(string kind, string? listing, string? code)
    {
        var (one, other) = (DirectoryAppPeople.Person(1, "Ana", "Núñez", "13202"), DirectoryAppPeople.Person(2, "Ana", "Núñez", "13088"));
        await using var own = new DirectoryAppHost(DirectoryAppPeople.Compile(one with { Listings = [.. one.Listings, .. other.Listings] }));

        using var answer = await own.CreateClient().PostAsJsonAsync(Route, new { therapistId = "thr_000001", kind, listingId = listing, insurer = kind == "not-in-network" ? "aetna" : null }, Answers.Options);

        Assert.Equal(code, answer.IsSuccessStatusCode ? null : Assert.Single((await Task.FromResult(answer).ProblemOf()).Errors!).Code);
    }

    [Fact]
    public async Task One_address_has_five_reports_a_minute_apart_from_all_else_it_asks()
    {
        await using var limited = host.WithWebHostBuilder(builder => builder
            .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection([KeyValuePair.Create("ReferralDirectory:RateLimits:Enabled", (string?)"true")]))
            .ConfigureTestServices(CallersSayTheirAddress));
        using var caller = limited.CreateClient();

        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await ReportFrom(caller, "203.0.113.1")).StatusCode);
        using var refused = await ReportFrom(caller, "203.0.113.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("\"reports\";q=5;w=60", Assert.Single(refused.Headers.GetValues("RateLimit-Policy")));
        Assert.Equal(HttpStatusCode.Accepted, (await ReportFrom(caller, "203.0.113.2")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/v1/therapists/thr_000001")).StatusCode);
    }

    [Fact]
    public async Task Two_addresses_are_two_reports_and_nothing_of_them_is_logged()
    {
        var logged = new List<string>();
        await using var own = new DirectoryAppHost();
        await using var heard = own.WithWebHostBuilder(builder => builder
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(new ListLogger(line => logged.Add(line))))
            .ConfigureTestServices(CallersSayTheirAddress));
        using var caller = heard.CreateClient();

        string[] ids = [await IdFrom("2001:db8:1::1"), await IdFrom("2001:db8:1::2"), await IdFrom("2001:db8:2::1"), await IdFrom("203.0.113.1"), await IdFrom("::ffff:203.0.113.1")];

        Assert.Equal(["rep_000001", "rep_000001", "rep_000002", "rep_000003", "rep_000003"], ids);
        Assert.Contains(logged, line => line.Contains("POST /v1/reports 202", StringComparison.Ordinal));
        Assert.DoesNotContain(logged, line => line.Contains("pizzeria", StringComparison.Ordinal) || line.Contains("203.0.113", StringComparison.Ordinal) || line.Contains("2001:db8", StringComparison.Ordinal));

        async Task<string> IdFrom(string address)
        {
            using var answer = await ReportFrom(caller, address);
            return (await answer.Content.ReadFromJsonAsync<ReportResponse>(Answers.Options))!.Id;
        }
    }

    private static async Task<HttpResponseMessage> ReportFrom(HttpClient caller, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Route)
        {
            Content = Answers.Json(Encoding.UTF8.GetBytes("""{"therapistId":"thr_000001","kind":"wrong-phone","comment":"A pizzeria answers."}""")),
            Headers = { { AddressFilter.Header, address } },
        };
        return await caller.SendAsync(request);
    }

    private static void CallersSayTheirAddress(IServiceCollection services) => services.AddSingleton<IStartupFilter>(new AddressFilter());

    /// <summary>Callers of a server in the same process have no address but the one they say.</summary>
    private sealed class AddressFilter : IStartupFilter
    {
        public const string Header = "X-Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, further) =>
            {
                if (context.Request.Headers[Header] is [{ } address])
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return further(context);
            });
            next(app);
        };
    }
}
