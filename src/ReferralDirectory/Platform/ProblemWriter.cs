using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ReferralDirectory.Platform;

/// <summary>An RFC 9457 answer as it goes over the wire.</summary>
/// <param name="Type">The kind of problem: an address under <c>/problems</c> that says more about it.</param>
/// <param name="Title">The kind of problem in words; the same for every occurrence.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request and how to put it right.</param>
/// <param name="Code">The kind of problem as a stable slug, for programs.</param>
/// <param name="Errors">The members or parameters at fault, all of them at once where that can be known.</param>
/// <param name="RequestId">The correlation id of the request, to be quoted when asking for help.</param>
internal sealed record ProblemResponse(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<FieldError>? Errors, string RequestId);

/// <summary>Writes every problem in the one shape, whatever the caller accepts: an error that cannot be read helps nobody.</summary>
internal sealed class ProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    private const string ContentType = "application/problem+json";

    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var response = Complete(context.ProblemDetails, http);
        http.Response.StatusCode = response.Status;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(response, json.Value.SerializerOptions, ContentType, CancellationToken.None);
    }

    private static ProblemResponse Complete(ProblemDetails details, HttpContext http)
    {
        var status = details.Status ?? http.Response.StatusCode;
        var code = details.Extensions.TryGetValue("code", out var value) ? value as string : null;
        var problem = Problems.All.FirstOrDefault(known => known.Code == code) ?? Problems.ForStatus(status);
        var errors = details.Extensions.TryGetValue("errors", out var list) ? list as IReadOnlyList<FieldError> : null;
        var detail = code is null ? DetailFor(status, http) : details.Detail;
        return new ProblemResponse(problem.Type, problem.Title, status, detail ?? problem.Title, problem.Code, errors, http.TraceIdentifier);
    }

    private static string DetailFor(int status, HttpContext http) => status switch
    {
        StatusCodes.Status404NotFound => "No route has this address. The routes are listed at /openapi/v1.json.",
        StatusCodes.Status405MethodNotAllowed => $"This address takes {http.Response.Headers.Allow}, not {Method(http)}.",
        StatusCodes.Status413PayloadTooLarge => RequestGuard.TooLarge.Detail!,
        StatusCodes.Status415UnsupportedMediaType => RequestGuard.NotJson.Detail!,
        _ => Problems.ForStatus(status).Title + ".",
    };

    // The method is the caller's own text: only the ones that HTTP names are repeated.
    private static string Method(HttpContext http) =>
        HttpMethods.GetCanonicalizedValue(http.Request.Method) is { Length: <= 7 } method && method.All(char.IsAsciiLetterUpper) ? method : "this method";
}
