using Microsoft.AspNetCore.Http.HttpResults;

namespace ReferralDirectory.Platform;

/// <summary>Whether the product can serve, asked of whoever knows.</summary>
/// <param name="Waiting">What it waits for; null when it is ready.</param>
/// <param name="Serving">What it serves, for people: <c>5000 therapists, revision 12</c>.</param>
/// <param name="LoadedAt">When what it serves was read; null before.</param>
/// <param name="FailedRefreshes">Attempts since the start to serve something newer that failed.</param>
internal sealed record ReadyState(string? Waiting, string? Serving, DateTimeOffset? LoadedAt = null, long FailedRefreshes = 0);

/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
/// <param name="Serving">What is being served.</param>
/// <param name="LoadedAt">When it was read.</param>
/// <param name="FailedRefreshes">Attempts since the start to read something newer that failed: what is served may be old when this rises.</param>
internal sealed record HealthResponse(string Status, string? Serving, DateTimeOffset? LoadedAt, long? FailedRefreshes);

/// <summary>For the one who runs the process: is it up, and may it be sent requests?</summary>
internal static class HealthApi
{
    private const int RetryAfterSeconds = 2;

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health").DisableRateLimiting();
        group.MapGet("/live", Live).WithAnswerExample("""{ "status": "live" }""");
        group.MapGet("/ready", Ready).WithAnswerExample("""{ "status": "ready", "serving": "5000 therapists at revision 3" }""");
    }

    /// <summary>The process is up</summary>
    /// <remarks>Answers as soon as the process listens. A process that does not answer should be started anew.</remarks>
    private static Ok<HealthResponse> Live() => TypedResults.Ok(new HealthResponse("live", null, null, null));

    /// <summary>The directory can be asked</summary>
    /// <remarks>503 with <c>Retry-After</c> until the index is loaded. A refresh that fails leaves the older index serving: see `failedRefreshes`.</remarks>
    private static Results<Ok<HealthResponse>, ProblemHttpResult> Ready(HttpContext context, Func<ReadyState> ready)
    {
        var state = ready();
        if (state.Waiting is null)
            return TypedResults.Ok(new HealthResponse("ready", state.Serving, state.LoadedAt, state.FailedRefreshes));
        context.Response.Headers.RetryAfter = FormattableString.Invariant($"{RetryAfterSeconds}");
        return Problems.NotReady.Because($"Waiting for {state.Waiting}.");
    }
}
