using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ReferralDirectory.Platform;

/// <summary>Describes the headers of answers that a caller acts on. Comes after the filters that add statuses.</summary>
internal sealed class OpenApiHeaders : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ConditionalAnswer>().Any())
        {
            Add(operation, "200", "ETag", JsonSchemaType.String, "The strong tag of this very answer, to be sent as `If-None-Match` when asking again.");
            Add(operation, "304", "ETag", JsonSchemaType.String, "The tag of the answer that the caller has.");
        }

        if (operation.Parameters?.Any(parameter => parameter.Name == "cursor") == true)
            Add(operation, "200", "Link", JsonSchemaType.String, "The address of the next page with `rel=\"next\"` (RFC 8288); missing on the last page.");
        Add(operation, "308", "Location", JsonSchemaType.String, "The address of the one that stays.");
        Add(operation, "429", "Retry-After", JsonSchemaType.Integer, "Seconds until the caller may come again.");
        Add(operation, "429", "RateLimit-Policy", JsonSchemaType.String, "The limit: `q` requests in `w` seconds.");
        Add(operation, "429", "RateLimit", JsonSchemaType.String, "What is left: `r` requests, for `t` seconds.");
        Add(operation, "503", "Retry-After", JsonSchemaType.Integer, "Seconds until it is worth asking again, where that is known.");
    }

    private static void Add(OpenApiOperation operation, string status, string name, JsonSchemaType type, string description)
    {
        if (operation.Responses?.GetValueOrDefault(status) is not OpenApiResponse response)
            return;
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } };
    }
}
