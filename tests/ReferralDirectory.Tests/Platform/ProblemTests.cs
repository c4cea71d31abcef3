using System.Net;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Tests.Platform;

public sealed class ProblemTests
{
    [Fact]
    public async Task An_unknown_address_is_a_problem()
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.GetAsync("/coffee").ProblemOf();

        Assert.Equal((404, "not-found"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task A_method_that_the_address_does_not_take_is_answered_with_those_it_takes()
    {
        await using var host = await PlatformHost.StartAsync();

        using var answer = await host.Client.DeleteAsync("/tea");
        var problem = await Task.FromResult(answer).ProblemOf();

        Assert.Equal("method-not-allowed", problem.Code);
        Assert.Contains("GET", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_fault_of_ours_tells_nothing_of_our_insides()
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.GetAsync("/spill").ProblemOf();

        Assert.Equal((500, "internal-error"), (problem.Status, problem.Code));
        Assert.DoesNotContain("pot", problem.Detail, StringComparison.Ordinal);
        Assert.Contains(host.Logged, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("the pot broke", StringComparison.Ordinal));
        Assert.Contains(host.Logged, line => line.StartsWith("Error GET /spill failed (", StringComparison.Ordinal));
        Assert.Contains(host.Logged, line => line.StartsWith("Information GET /spill 500 in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_accepts_no_JSON_gets_the_problem_all_the_same()
    {
        await using var host = await PlatformHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("Accept", "text/csv");

        var problem = await host.Client.GetAsync("/coffee").ProblemOf();

        Assert.Equal(404, problem.Status);
    }

    [Fact]
    public async Task What_a_validator_finds_is_answered_all_at_once_with_pointers()
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.PostJson("/tea", """{"kind":"coffee","pot":{"cups":0},"extras":["mint","gunpowder-and-salt"]}""").ProblemOf();

        Assert.Equal("invalid-request", problem.Code);
        Assert.Equal(
            [("/kind", "unknown-tea"), ("/pot/cups", "inclusive-between"), ("/extras/1", "too-long")],
            problem.Errors!.Select(error => (error.Pointer, error.Code)));
    }

    [Theory]
    [InlineData("/tea?knd=oolong", "unknown-parameter", "/knd")]
    [InlineData("/tea?Kind=oolong", "unknown-parameter", "/Kind")]
    [InlineData("/health/live?verbose", "unknown-parameter", "/verbose")]
    [InlineData("/tea?kind=oolong&kind=sencha", "invalid-request", "/kind")]
    [InlineData("/tea?kind=oo%00long", "invalid-request", "/kind")]
    [InlineData("/tea?cups=two", "malformed-request", "/cups")]
    public async Task A_parameter_that_is_unknown_doubled_or_unreadable_is_named(string address, string code, string pointer)
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.GetAsync(address).ProblemOf();

        Assert.Equal((400, code, pointer), (problem.Status, problem.Code, Assert.Single(problem.Errors!).Pointer));
    }

    [Theory]
    [InlineData("/tea?cups=two", "/cups", "a whole number")]
    [InlineData("/pot?cupsAtMost=two", "/cupsAtMost", "a whole number")]
    [InlineData("/pot?litres=some", "/litres", "a number")]
    [InlineData("/pot?litres=2,5", "/litres", "a number")]
    [InlineData("/pot?lid=perhaps", "/lid", "true or false")]
    [InlineData("/pot?madeOn=yesterday", "/madeOn", "a date, such as 2026-11-21")]
    public async Task A_parameter_that_cannot_be_read_is_named_as_it_was_written_with_what_it_takes(string address, string pointer, string expected)
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.GetAsync(address).ProblemOf();

        Assert.Equal($"The parameter '{pointer[1..]}' cannot be read: write {expected}.", problem.Detail);
        Assert.Equal(new FieldError(pointer, "wrong-type", $"Write {expected}."), Assert.Single(problem.Errors!));
    }

    [Fact]
    public async Task Parameters_that_would_have_been_known_are_listed()
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.GetAsync("/tea?knd=oolong").ProblemOf();

        Assert.Contains("kind, cups", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_type_of_problem_is_an_address_that_explains_it()
    {
        await using var host = await PlatformHost.StartAsync();

        foreach (var problem in Problems.All)
        {
            using var answer = await host.Client.GetAsync(problem.Type);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(problem.Title, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_two_problems_share_a_code() => Assert.Equal(Problems.All.Count, Problems.All.Select(problem => problem.Code).Distinct().Count());
}
