using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace ReferralDirectory.Platform;

/// <summary>
/// Gives every request an id, echoes the caller's own, and writes one line per request that names the route's template, never the
/// address: a query holds what ails a patient and where the patient lives.
/// </summary>
internal static partial class AccessLog
{
    public const string Header = "X-Correlation-Id";
    private const int MaxLength = 64;

    public static void UseAccessLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("ReferralDirectory.Requests");
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            context.TraceIdentifier = CorrelationIdOf(context.Request);
            // On starting, because the exception handler clears what was set before.
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Header] = context.TraceIdentifier;
                return Task.CompletedTask;
            });
            var started = clock.GetTimestamp();
            await next(context);
            if (logger.IsEnabled(LogLevel.Information))
            {
                var elapsed = clock.GetElapsedTime(started).TotalMilliseconds;
                Log.Answered(logger, MethodOf(context.Request), RouteOf(context), context.Response.StatusCode, Math.Round(elapsed, 1), context.TraceIdentifier);
            }
        });
    }

    /// <summary>The route's template; of a request that failed, the one that it had: the exception handler takes it away.</summary>
    public static string RouteOf(HttpContext context) =>
        ((context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint) as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    /// <summary>The caller's id when it is 1 to 64 letters, digits, dots, hyphens and underscores; else one of ours.</summary>
    private static string CorrelationIdOf(HttpRequest request)
    {
        var offered = request.Headers[Header].ToString();
        return offered.Length is > 0 and <= MaxLength && offered.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_')
            ? offered
            : (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
    }

    // A method is any token the caller likes: only those that HTTP names are written down.
    private static string MethodOf(HttpRequest request) =>
        request.Method.Length <= 7 && request.Method.All(char.IsAsciiLetterUpper) ? request.Method : "(other)";

    private static partial class Log
    {
        [LoggerMessage(1002, LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms ({RequestId})")]
        public static partial void Answered(ILogger logger, string method, string route, int status, double milliseconds, string requestId);
    }
}
