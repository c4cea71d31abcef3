using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Tests.Platform;

/// <summary>The platform under operations of its own: it knows no room of the house.</summary>
internal sealed class PlatformHost : IAsyncDisposable
{
    private const string AtOnce = "at-once";

    private readonly WebApplication served;
    private HttpClient? client;

    private PlatformHost(WebApplication app) => served = app;

    public HttpClient Client => client ??= served.GetTestClient();

    public List<string> Logged { get; } = [];

    public ReadyState Ready { get; set; } = new(null, "nothing");

    public static Task<PlatformHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync(TimeProvider.System, settings);

    public static async Task<PlatformHost> StartAsync(TimeProvider clock, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<IValidator<Tea>>(new TeaValidator());
        builder.AddPlatform(new OpenApiInfo { Title = "Tea", Version = "1" });
        PlatformHost? host = null;
        builder.Services.AddSingleton<ILoggerProvider>(new ListLogger(line => host?.Logged.Add(line)));
        builder.Services.PostConfigure<RequestTimeoutOptions>(timeouts => timeouts.AddPolicy(AtOnce, new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromMilliseconds(1),
            TimeoutStatusCode = timeouts.DefaultPolicy!.TimeoutStatusCode,
            WriteTimeoutResponse = timeouts.DefaultPolicy.WriteTimeoutResponse,
        }));
        builder.Services.AddSingleton<Func<ReadyState>>(() => host!.Ready);
        var app = builder.Build();
        host = new PlatformHost(app);
        app.UsePlatform();
        var routes = app.MapGroup("").RefusesUnknownQuery();
        routes.MapHealth();
        routes.MapProblems();
        routes.MapPost("/tea", (Tea tea) => TypedResults.Ok(tea)).Validates<Tea>();
        routes.MapGet("/tea", ([FromQuery] string? kind, [FromQuery] int? cups) => TypedResults.Ok(new { kind, cups })).RequireRateLimiting(RateLimits.Anonymous);
        routes.MapGet("/pot", ([AsParameters] PotQuery pot) => TypedResults.Ok(pot));
        routes.MapGet("/leaves", () => "leaves").RequireRateLimiting(RateLimits.TypeAhead);
        routes.MapGet("/spill", Spill);
        routes.MapGet("/steep", context => Task.Delay(Timeout.Infinite, context.RequestAborted)).WithRequestTimeout(AtOnce);
        routes.MapGet("/kept", (HttpContext context) => ETags.IsKnownToCaller(context, ETags.Of("1", "2026-11-21"), "no-cache") ? (IResult)ETags.NotModified : TypedResults.Ok(1));
        await app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => served.DisposeAsync();

    private static string Spill() => throw new InvalidOperationException("the pot broke");
}

internal sealed record Tea(string Kind, TeaPot Pot)
{
    public double? Grams { get; init; }
    public Strength? Strength { get; init; }
    public IReadOnlyList<string>? Extras { get; init; }
    public DateOnly? PickedOn { get; init; }
    public bool? Milk { get; init; }
}

internal sealed record TeaPot(int Cups);

internal sealed record PotQuery
{
    [FromQuery(Name = "cupsAtMost")] public int? CupsAtMost { get; init; }
    [FromQuery(Name = "litres")] public double? Litres { get; init; }
    [FromQuery(Name = "lid")] public bool? Lid { get; init; }
    [FromQuery(Name = "madeOn")] public DateOnly? MadeOn { get; init; }
}

internal enum Strength { VeryMild, Strong }

internal sealed class TeaValidator : AbstractValidator<Tea>
{
    public TeaValidator()
    {
        RuleFor(tea => tea.Kind).NotEqual("coffee").WithErrorCode("unknown-tea").WithMessage("Coffee is not tea.");
        RuleFor(tea => tea.Pot.Cups).InclusiveBetween(1, 12);
        RuleForEach(tea => tea.Extras).MaximumLength(10).WithErrorCode("too-long");
    }
}

/// <summary>Hands every log line, exceptions included, to the test.</summary>
internal sealed class ListLogger(Action<string> write) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        write($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
