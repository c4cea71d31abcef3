using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ReferralDirectory.Platform;

/// <summary>The OpenAPI 3.1 document at <see cref="DocumentPath"/> and its page at <see cref="UiPath"/>, which loads nothing from elsewhere.</summary>
internal static class OpenApiSetup
{
    public const string DocumentPath = "/openapi/v1.json";
    public const string UiPath = "/swagger";

    public static void AddOpenApiDocument(this IServiceCollection services, OpenApiInfo info)
    {
        services.AddEndpointsApiExplorer();
        // Swashbuckle would look at MVC's JSON options; the API answers with these.
        services.AddTransient<ISerializerDataContractResolver>(provider =>
            new JsonSerializerDataContractResolver(provider.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions));
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", info);
            options.AddServer(new OpenApiServer { Url = "/", Description = "This server" });
            options.IncludeXmlComments(typeof(OpenApiSetup).Assembly);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(SchemaId);
            options.UseOneOfForPolymorphism();
            options.SelectSubTypesUsing(type => type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(derived => derived.DerivedType));
            options.MapType<DateOnly>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });
            options.MapType<TimeOnly>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "time" });
            options.SchemaFilter<OpenApiVariants>();
            options.SchemaFilter<OpenApiNullability>();
            options.OperationFilter<OpenApiProblems>();
            options.OperationFilter<OpenApiHeaders>();
            options.OperationFilter<OpenApiExamples>();
            options.OperationFilter<OpenApiNames>();
            options.OperationFilter<OpenApiMediaTypes>();
        });
    }

    /// <summary>Off the way of all other requests: the middleware makes a new generator of documents for every request that passes it.</summary>
    public static void UseOpenApiDocument(this IApplicationBuilder app) => app.UseWhen(IsAboutTheApi, about =>
    {
        about.UseSwagger(options =>
        {
            options.RouteTemplate = "openapi/{documentName}.json";
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        });
        about.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint(DocumentPath, "ReferralDirectory v1");
            options.DocumentTitle = "ReferralDirectory API";
        });
    });

    private static bool IsAboutTheApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments(UiPath, StringComparison.OrdinalIgnoreCase);

    // TherapistResponse is Therapist to callers.
    private static string SchemaId(Type type)
    {
        var name = type.IsGenericType
            ? string.Concat(type.GetGenericArguments().Select(SchemaId)) + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
            : type.Name;
        return name.EndsWith("Response", StringComparison.Ordinal) ? name[..^"Response".Length] : name;
    }
}
