using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Tests.Matches;

/// <summary>The matches API alone, over the shipped reference tables and a few therapists.</summary>
internal sealed class MatchesHost : IAsyncDisposable
{
    private readonly WebApplication served;

    private MatchesHost(WebApplication served) => this.served = served;

    public static async Task<MatchesHost> StartAsync(params ImmutableArray<TherapistProfile> therapists)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(SettableClock.AtNoon);
        builder.AddPlatform(new OpenApiInfo { Title = "Matches", Version = "1" });
        builder.Services.AddMatches();
        var world = SmallWorld.With(Shipped.Knowledge.Rows, therapists: therapists);
        builder.Services.AddScoped(_ => world.Index);
        builder.Services.AddSingleton(world.Codes);
        builder.Services.AddSingleton(world.Places);
        builder.Services.AddSingleton(world.Ranking);
        var app = builder.Build();
        app.UsePlatform();
        app.MapGroup("/v1").RefusesUnknownQuery().MapMatches();
        await app.StartAsync();
        return new MatchesHost(app);
    }

    public async Task<JsonElement> MatchAsync(MatchRequest request)
    {
        var (status, answer) = await PostAsync("/v1/matches", JsonSerializer.Serialize(request, StrictJson.Options));
        Assert.Equal(HttpStatusCode.OK, status);
        return answer;
    }

    public async Task<JsonElement> ExplainAsync(MatchRequest request, string therapist)
    {
        var explain = new ExplainRequest { TherapistId = therapist, Patient = request.Patient, Order = request.Order, Preferences = request.Preferences };
        var (status, answer) = await PostAsync("/v1/matches/explain", JsonSerializer.Serialize(explain, StrictJson.Options));
        Assert.Equal(HttpStatusCode.OK, status);
        return answer;
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string path, string json)
    {
        using var client = served.GetTestClient();
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(path, body);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public ValueTask DisposeAsync() => served.DisposeAsync();
}
