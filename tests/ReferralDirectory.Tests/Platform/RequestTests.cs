using System.Net;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Tests.Platform;

public sealed class RequestTests
{
    [Theory]
    [InlineData("order-4711_a.b", true)]
    [InlineData("two words", false)]
    [InlineData("drop;table", false)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", false)]
    public async Task A_wellformed_correlation_id_is_echoed_and_any_other_replaced(string offered, bool echoed)
    {
        await using var host = await PlatformHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/coffee");
        request.Headers.TryAddWithoutValidation(AccessLog.Header, offered);

        using var answer = await host.Client.SendAsync(request);
        var returned = Assert.Single(answer.Headers.GetValues(AccessLog.Header));

        Assert.Equal(echoed, returned == offered);
        Assert.Equal(returned, (await Task.FromResult(answer).ProblemOf()).RequestId);
    }

    [Fact]
    public async Task A_fault_of_ours_carries_the_correlation_id_and_the_security_headers_too()
    {
        await using var host = await PlatformHost.StartAsync();

        using var answer = await host.Client.GetAsync("/spill");

        Assert.True(answer.Headers.Contains(AccessLog.Header));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up_and_says_so()
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.GetAsync("/steep").ProblemOf();

        Assert.Equal((503, "timed-out"), (problem.Status, problem.Code));
        Assert.Contains("10 s", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_HEAD_is_logged_as_one_and_refused_as_one()
    {
        await using var host = await PlatformHost.StartAsync();
        using var taken = new HttpRequestMessage(HttpMethod.Head, "/leaves");
        using var broken = new HttpRequestMessage(HttpMethod.Head, "/spill");

        await host.Client.SendAsync(taken);
        await host.Client.SendAsync(broken);

        Assert.Contains(host.Logged, line => line.Contains("HEAD /leaves 200", StringComparison.Ordinal));
        Assert.Contains(host.Logged, line => line.StartsWith("Error HEAD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_asked_is_never_logged()
    {
        await using var host = await PlatformHost.StartAsync();

        await host.Client.GetAsync("/tea?kind=fibromyalgia&cups=2");
        await host.Client.GetAsync("/tea?cups=fibromyalgia");
        await host.Client.GetAsync("/tea?fibromyalgia=1");
        await host.Client.PostJson("/tea", """{"kind":"fibromyalgia","pot":{"cups":"fibromyalgia"}}""");

        Assert.Contains(host.Logged, line => line.Contains("GET /tea 200", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Logged, line => !line.StartsWith("Debug", StringComparison.Ordinal) && line.Contains("fibromyalgia", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_request_too_many_is_refused_with_the_time_to_wait()
    {
        await using var host = await PlatformHost.StartAsync(("ReferralDirectory:RateLimits:AnonymousPerMinute", "2"));
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/tea")).StatusCode);

        using var refused = await host.Client.GetAsync("/tea");

        Assert.Equal("too-many-requests", (await Task.FromResult(refused).ProblemOf()).Code);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("\"anonymous\";q=2;w=60", Assert.Single(refused.Headers.GetValues("RateLimit-Policy")));
        Assert.StartsWith("\"anonymous\";r=0;t=", Assert.Single(refused.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_caller_may_come_again_after_the_seconds_that_were_said()
    {
        using var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        await using var host = await PlatformHost.StartAsync(clock, ("ReferralDirectory:RateLimits:AnonymousPerMinute", "1"));
        await host.Client.GetAsync("/tea");
        clock.Advance(TimeSpan.FromSeconds(41.5));

        using var refused = await host.Client.GetAsync("/tea");

        Assert.Equal(TimeSpan.FromSeconds(19), refused.Headers.RetryAfter!.Delta);
        Assert.Equal("\"anonymous\";r=0;t=19", Assert.Single(refused.Headers.GetValues("RateLimit")));
        clock.Advance(TimeSpan.FromSeconds(18));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.Client.GetAsync("/tea")).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/tea")).StatusCode);
    }

    [Fact]
    public async Task Type_ahead_has_a_bucket_of_its_own_and_health_has_none()
    {
        await using var host = await PlatformHost.StartAsync(("ReferralDirectory:RateLimits:AnonymousPerMinute", "1"));
        await host.Client.GetAsync("/tea");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.Client.GetAsync("/tea")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/leaves")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/live")).StatusCode);
    }

    [Theory]
    [InlineData("true", HttpStatusCode.OK)]
    [InlineData("false", HttpStatusCode.TooManyRequests)]
    public async Task Behind_a_proxy_each_caller_has_a_bucket_when_forwarded_addresses_are_believed(string believed, HttpStatusCode other)
    {
        // What ASPNETCORE_FORWARDEDHEADERS_ENABLED sets.
        await using var host = await PlatformHost.StartAsync(
            ("FORWARDEDHEADERS_ENABLED", believed), ("ReferralDirectory:RateLimits:AnonymousPerMinute", "1"));

        Assert.Equal(HttpStatusCode.OK, await TeaFor("203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TeaFor("203.0.113.1"));
        Assert.Equal(other, await TeaFor("203.0.113.2"));

        async Task<HttpStatusCode> TeaFor(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/tea") { Headers = { { "X-Forwarded-For", address } } };
            using var answer = await host.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public void The_published_limits_are_the_defaults()
    {
        var limits = new RateLimitOptions();

        Assert.Equal((true, 60, 300, 5), (limits.Enabled, limits.AnonymousPerMinute, limits.TypeAheadPerMinute, limits.ReportsPerMinute));
    }

    [Fact]
    public async Task A_caller_who_has_the_answer_already_is_told_so()
    {
        await using var host = await PlatformHost.StartAsync();
        using var first = await host.Client.GetAsync("/kept");
        host.Client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await host.Client.GetAsync("/kept");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.False(first.Headers.ETag!.IsWeak);
    }

    [Fact]
    public void An_entity_tag_changes_with_each_of_its_parts()
    {
        string[] tags = [ETags.Of("1", "2").ToString(), ETags.Of("12", "").ToString(), ETags.Of("1", "3").ToString(), ETags.Of("2", "2").ToString()];

        Assert.Equal(tags.Length, tags.Distinct().Count());
        Assert.Equal(tags[0], ETags.Of("1", "2").ToString());
    }

    [Fact]
    public async Task Readiness_waits_for_what_the_product_waits_for()
    {
        await using var host = await PlatformHost.StartAsync();
        host.Ready = new ReadyState("the index", null);

        using var waiting = await host.Client.GetAsync("/health/ready");

        Assert.Equal("not-ready", (await Task.FromResult(waiting).ProblemOf()).Code);
        Assert.NotNull(waiting.Headers.RetryAfter);

        host.Ready = new ReadyState(null, "everything", DateTimeOffset.UnixEpoch, FailedRefreshes: 2);
        Assert.Equal(
            """{"status":"ready","serving":"everything","loadedAt":"1970-01-01T00:00:00+00:00","failedRefreshes":2}""",
            await host.Client.GetStringAsync("/health/ready"));
    }
}
