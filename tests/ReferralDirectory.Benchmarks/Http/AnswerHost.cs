using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReferralDirectory.CommandLine;
using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matches.Responses;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Benchmarks.Http;

/// <summary>
/// What the product is measured against: a bare host, without any of the product's middleware, limits, validation and matching.
/// <c>/constant</c> answers bytes of the size of a real answer; <c>/prepared</c> reads the request and writes one answer object with
/// source-generated System.Text.Json, as a minimal API does.
/// </summary>
internal static class AnswerHost
{
    public const string Verb = "http-host";

    /// <summary>This program in another process, with the garbage collector of the product.</summary>
    public static Process Start(string url, string data, string body) =>
        Product.Run([typeof(AnswerHost).Assembly.Location, Verb, url, data, body], new() { ["DOTNET_gcServer"] = "1" });

    /// <param name="body">File with the request whose answer is given to everybody.</param>
    public static async Task<int> RunAsync(string url, string data, string body)
    {
        var answer = await AnswerAsync(data, JsonSerializer.Deserialize<MatchRequest>(await File.ReadAllTextAsync(body), StrictJson.Options)!);
        var constant = JsonSerializer.SerializeToUtf8Bytes(answer, StrictJson.Options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", url);
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            StrictJson.Configure(options.SerializerOptions);
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, AnswerJson.Default);
        });
        var app = builder.Build();
        app.MapGet("/health/ready", () => TypedResults.Ok());
        app.MapPost("/constant", () => TypedResults.Bytes(constant, "application/json"));
        app.MapPost("/prepared", (MatchRequest _) => TypedResults.Ok(answer));
        await app.RunAsync();
        return 0;
    }

    private static async Task<MatchResponse> AnswerAsync(string data, MatchRequest request)
    {
        await using var directory = await OfflineDirectory.OpenAsync(data, TimeProvider.System, CancellationToken.None);
        return MatchesQueries.Match(request, directory.ReadWorld(CancellationToken.None), CancellationToken.None);
    }
}

[JsonSerializable(typeof(MatchRequest))]
[JsonSerializable(typeof(MatchResponse))]
internal sealed partial class AnswerJson : JsonSerializerContext;
