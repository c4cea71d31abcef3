using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ReferralDirectory.Platform;

/// <summary>Adds every status that an operation can answer besides its own, each with the one shape of a problem.</summary>
internal sealed class OpenApiProblems : IOperationFilter
{
    private const string MediaType = "application/problem+json";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemResponse), context.SchemaRepository);
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        // Statuses that the operation names itself keep its own words.
        var named = operation.Responses.Where(response => response.Key[0] is '4' or '5').Select(response => (response.Key, response.Value.Description ?? "")).ToList();
        foreach (var (status, because) in Statuses(operation, context.ApiDescription.RelativePath ?? "", metadata).Concat(named))
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = because,
                Content = new Dictionary<string, IOpenApiMediaType> { [MediaType] = new OpenApiMediaType { Schema = schema } },
            };
        }

        if (metadata.OfType<ConditionalAnswer>().Any())
            operation.Responses["304"] = new OpenApiResponse { Description = "The caller has this very answer already (`If-None-Match`)." };
    }

    private static IEnumerable<(string Status, string Because)> Statuses(OpenApiOperation operation, string path, IList<object> metadata)
    {
        yield return ("400", "The request cannot be read, or is not valid: `errors` says where and how to put it right.");
        if (path.Contains('{', StringComparison.Ordinal))
            yield return ("404", "There is nothing under this id.");
        if (operation.RequestBody is not null)
        {
            yield return ("413", "The body is larger than 1 MB.");
            yield return ("415", "The body is not JSON in UTF-8, or is compressed.");
        }

        if (metadata.OfType<EnableRateLimitingAttribute>().Any() && !metadata.OfType<DisableRateLimitingAttribute>().Any())
            yield return ("429", "Too many requests: come back after `Retry-After` seconds.");
        yield return ("500", "Something broke on our side.");
        yield return ("503", "Not ready yet, or the request took longer than 10 s.");
    }
}

/// <summary>An example of a request's body, or of a successful answer, as JSON.</summary>
internal sealed record OperationExample(bool OfRequest, string Json);

/// <summary>Shows the examples that an operation carries.</summary>
internal sealed class OpenApiExamples : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var example in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<OperationExample>())
        {
            var content = example.OfRequest ? operation.RequestBody?.Content : operation.Responses?.First(response => response.Key[0] == '2').Value.Content;
            if (content?.TryGetValue("application/json", out var media) == true && media is OpenApiMediaType shown)
                shown.Example = JsonNode.Parse(example.Json);
        }
    }
}

/// <summary>Names operations after their handlers, for generated clients: <c>therapists-browse</c>.</summary>
internal sealed class OpenApiNames : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context) =>
        operation.OperationId ??= JsonNamingPolicy.KebabCaseLower.ConvertName(context.MethodInfo.DeclaringType!.Name[..^"Api".Length] + context.MethodInfo.Name);
}

/// <summary>A type that has variants names none of their members, and so forbids none: each variant is also its base.</summary>
internal sealed class OpenApiVariants : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema own && context.Type.IsDefined(typeof(JsonDerivedTypeAttribute), inherit: false))
            own.AdditionalPropertiesAllowed = true;
    }
}

/// <summary>
/// Says of each member whether it is always there, and whether it may be null. Swashbuckle overlooks the first in types most of whose
/// members may be null, since there the compiler notes the exceptions in another place, and the second where a member is described elsewhere.
/// </summary>
internal sealed class OpenApiNullability : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members } own)
            return;
        var nullability = new NullabilityInfoContext();
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!members.TryGetValue(name, out var member))
                continue;
            if (nullability.Create(property).ReadState == NullabilityState.NotNull)
            {
                (own.Required ??= new HashSet<string>()).Add(name);
                if (member is OpenApiSchema { Type: { } type } inner)
                    inner.Type = type & ~JsonSchemaType.Null;
            }
            else if (member is OpenApiSchemaReference reference)
            {
                members[name] = new OpenApiSchema { OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }] };
            }
        }
    }
}

/// <summary>A media type of the successful answer besides JSON, or instead of it.</summary>
internal sealed record AnswerMediaType(string MediaType, JsonSchemaType Type, string Example, bool InsteadOfJson);

/// <summary>Shows the media types that the type of a handler's answer does not tell.</summary>
internal sealed class OpenApiMediaTypes : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.Responses?.GetValueOrDefault("200") is not OpenApiResponse { Content: { } content })
            return;
        foreach (var answer in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AnswerMediaType>())
        {
            if (answer.InsteadOfJson)
                content.Clear();
            var example = answer.Type == JsonSchemaType.String ? JsonValue.Create(answer.Example) : JsonNode.Parse(answer.Example);
            content[answer.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = answer.Type }, Example = example };
        }
    }
}

internal static class OpenApiExtensions
{
    public static RouteHandlerBuilder WithRequestExample(this RouteHandlerBuilder builder, string json) => builder.WithMetadata(new OperationExample(true, json));

    public static RouteHandlerBuilder WithAnswerExample(this RouteHandlerBuilder builder, string json) => builder.WithMetadata(new OperationExample(false, json));

    /// <summary>The successful answer is text of this type.</summary>
    public static RouteHandlerBuilder AnswersText(this RouteHandlerBuilder builder, string mediaType, string example, bool insteadOfJson) =>
        builder.WithMetadata(new AnswerMediaType(mediaType, JsonSchemaType.String, example, insteadOfJson));

    /// <summary>The successful answer is a JSON document of this type, whose members are described elsewhere.</summary>
    public static RouteHandlerBuilder AnswersDocument(this RouteHandlerBuilder builder, string mediaType, string example, bool insteadOfJson) =>
        builder.WithMetadata(new AnswerMediaType(mediaType, JsonSchemaType.Object, example, insteadOfJson));

    /// <summary>The operation answers 304 to a caller who has the answer already.</summary>
    public static TBuilder AnswersConditionally<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(ConditionalAnswer.Instance);
}
