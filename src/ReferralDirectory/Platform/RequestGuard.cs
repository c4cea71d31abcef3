using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Platform;

/// <summary>
/// Looks at a body's size, kind and coding before anything reads it. Kestrel enforces the size of chunked bodies, which announce none; a
/// charset that binding does not know would be a server fault.
/// </summary>
internal static class RequestGuard
{
    public const long MaxBodyBytes = 1024 * 1024;

    public static ProblemDetails TooLarge => Problems.BodyTooLarge.Details("A JSON body may have at most 1 MB (1,048,576 bytes).");
    public static ProblemDetails NotJson => Problems.UnsupportedMediaType.Details("Send JSON in UTF-8 with Content-Type: application/json.");

    private static ProblemDetails Encoded => Problems.UnsupportedMediaType.Details("Send the body as it is, without Content-Encoding: compressed bodies are not read.");

    public static void UseRequestGuard(this IApplicationBuilder app) => app.Use((context, next) => RefusalOf(context) is { } refusal
        ? TypedResults.Problem(refusal).ExecuteAsync(context)
        : next(context));

    private static ProblemDetails? RefusalOf(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBodyBytes)
            return TooLarge;
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is null)
            return null;
        return IsEncoded(context.Request.Headers.ContentEncoding) ? Encoded : !IsUtf8(context.Request.ContentType) ? NotJson : null;
    }

    private static bool IsEncoded(StringValues codings) =>
        !codings.All(coding => string.IsNullOrEmpty(coding) || string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase));

    private static bool IsUtf8(string? contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type)
        || !type.Charset.HasValue
        || string.Equals(HeaderUtilities.RemoveQuotes(type.Charset).Value, Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase);
}
