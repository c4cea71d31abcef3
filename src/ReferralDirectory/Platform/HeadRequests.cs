namespace ReferralDirectory.Platform;

/// <summary>Answers HEAD wherever GET is answered (RFC 9110, 9.3.2): as GET, without the body. Routes name GET alone.</summary>
internal static class HeadRequests
{
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
            await AsGetAsync(context, next);
        else
            await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed, Headers: { } headers })
            headers.Allow = headers.Allow.ToString().Replace("GET", "GET, HEAD", StringComparison.Ordinal);
    });

    private static async Task AsGetAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            // For the access log, and for problems that name the method.
            context.Request.Method = HttpMethods.Head;
        }
    }
}
