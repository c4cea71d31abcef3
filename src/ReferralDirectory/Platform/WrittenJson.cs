using System.Net.Mime;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace ReferralDirectory.Platform;

/// <summary>200 with JSON that is written straight into a buffer, in the shape of <typeparamref name="TResponse"/>, which the OpenAPI document shows.</summary>
/// <param name="write">The whole answer.</param>
internal sealed class WrittenJson<TResponse>(Action<JsonText> write) : IResult, IEndpointMetadataProvider
{
    private const string ContentType = MediaTypeNames.Application.Json + "; charset=utf-8";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TResponse), [MediaTypeNames.Application.Json]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        // The buffer goes back before the caller is waited for.
        using (var json = JsonText.Rent())
        {
            write(json);
            response.ContentType = ContentType;
            response.ContentLength = json.Written.Length;
            // Before the headers are sent, a body would be kept aside and copied once more.
            await response.StartAsync(httpContext.RequestAborted);
            // In one piece, not in dozens of 4 KB.
            json.Written.CopyTo(response.BodyWriter.GetSpan(json.Written.Length));
            response.BodyWriter.Advance(json.Written.Length);
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
