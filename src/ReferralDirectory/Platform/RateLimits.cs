using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ReferralDirectory.Platform;

/// <summary>How many requests one address may make in a minute. Configured under <c>ReferralDirectory:RateLimits</c>.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "ReferralDirectory:RateLimits";

    /// <summary>Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Requests a minute without a key. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int AnonymousPerMinute { get; init; } = 60;

    /// <summary>Look-ups a minute in the vocabularies, which a form makes while someone types. Default 300.</summary>
    [Range(1, 1_000_000)]
    public int TypeAheadPerMinute { get; init; } = 300;

    /// <summary>Reports a minute. Default 5.</summary>
    [Range(1, 1_000_000)]
    public int ReportsPerMinute { get; init; } = 5;

    /// <summary>What a bucket lets through in a minute.</summary>
    public int PerMinute(string bucket) => bucket switch
    {
        RateLimits.TypeAhead => TypeAheadPerMinute,
        RateLimits.Reports => ReportsPerMinute,
        _ => AnonymousPerMinute,
    };
}

/// <summary>Fixed windows of a minute per address and bucket; a refusal says when to come back.</summary>
internal static class RateLimits
{
    public const string Anonymous = "anonymous";
    public const string TypeAhead = "type-ahead";
    public const string Reports = "reports";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limiter =>
        {
            foreach (var bucket in new[] { Anonymous, TypeAhead, Reports })
                limiter.AddPolicy(bucket, context => Partition(context, bucket));
            limiter.OnRejected = RefuseAsync;
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext context, string bucket)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value;
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        return options.Enabled
            ? RateLimitPartition.Get(Households.Of(context.Connection.RemoteIpAddress), _ => new FixedWindow(options.PerMinute(bucket), Window, clock))
            : RateLimitPartition.GetNoLimiter("everyone");
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        var options = context.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value;
        var policy = context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName ?? Anonymous;
        var permits = options.PerMinute(policy);
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        // IETF draft-ietf-httpapi-ratelimit-headers: quota, window and what remains of it.
        context.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={permits};w={Window.TotalSeconds:0}");
        context.Response.Headers["RateLimit"] = $"\"{policy}\";r=0;t={seconds}";
        await Problems.TooManyRequests
            .Because($"{permits} requests a minute are served to one address. Try again in {seconds} s.")
            .ExecuteAsync(context);
    }
}
