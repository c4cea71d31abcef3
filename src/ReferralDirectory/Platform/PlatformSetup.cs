using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.OpenApi;

namespace ReferralDirectory.Platform;

/// <summary>What every operation has in common: strict JSON, one shape of errors, limits, ids, headers, the OpenAPI document.</summary>
internal static class PlatformSetup
{
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    public static void AddPlatform(this WebApplicationBuilder builder, OpenApiInfo info)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestGuard.MaxBodyBytes;
        });
        // Its lines hold the query; ours (AccessLog) do not. Said here, after configuration, so that no setting brings them back by chance.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // A start that fails is said in one sentence by the command line; what stops a running host is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        var services = builder.Services;
        services.ConfigureHttpJsonOptions(options => StrictJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        // Before AddProblemDetails: the framework's own writer gives up when the caller does not accept JSON.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = RequestTimeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context =>
                Problems.TimedOut.Because($"No answer within {RequestTimeout.TotalSeconds:0} s. Ask for less at once.").ExecuteAsync(context),
        });
        services.AddRateLimits();
        services.AddOpenApiDocument(info);
    }

    /// <summary>In the order in which a request passes.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        app.UseAccessLog();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseHeadRequests();
        app.UseOpenApiDocument();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.UseRequestGuard();
    }
}
