using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Platform;

/// <summary>
/// Strong entity tags from all that an answer depends on: the row's revision, the day (tiers lapse at midnight without a write), the
/// version of the knowledge and the representation.
/// </summary>
internal static class ETags
{
    private const int Bytes = 12;

    public static EntityTagHeaderValue Of(params ReadOnlySpan<string> parts)
    {
        // U+001F separates: "a" + "bc" is not "ab" + "c".
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts!)));
        return new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(hash.AsSpan(0, Bytes))}\"");
    }

    /// <summary>
    /// Puts the tag on the answer. True when the caller has this very representation already: answer 304 then.
    /// </summary>
    public static bool IsKnownToCaller(HttpContext context, EntityTagHeaderValue tag, string cacheControl)
    {
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = cacheControl;
        // If-None-Match compares weakly (RFC 9110, 13.1.2): a cache in between may have weakened the tag.
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
    }

    public static StatusCodeHttpResult NotModified { get; } = TypedResults.StatusCode(StatusCodes.Status304NotModified);
}

/// <summary>Marks an operation that answers 304, for the OpenAPI document.</summary>
internal sealed class ConditionalAnswer
{
    public static ConditionalAnswer Instance { get; } = new();
}
