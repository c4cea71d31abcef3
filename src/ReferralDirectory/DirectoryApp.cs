using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using ReferralDirectory.Demo;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matches;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Platform;
using ReferralDirectory.Quality;
using ReferralDirectory.Reports;
using ReferralDirectory.Store;
using ReferralDirectory.Therapists;
using ReferralDirectory.Vocabularies;

namespace ReferralDirectory;

/// <summary>How to serve. Null: taken from the configuration, else the default.</summary>
internal sealed record ServeOptions
{
    public string? DataDirectory { get; init; }
    public string? Urls { get; init; }
    public string? EnvironmentName { get; init; }
    public string? ContentRoot { get; init; }
    public string? ApplicationName { get; init; }
}

/// <summary>Puts the rooms together into one web application.</summary>
internal static class DirectoryApp
{
    public const string DefaultUrl = "http://localhost:5080";

    public static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [DirectoryParts.SettingsAreReadOnce],
            EnvironmentName = options.EnvironmentName,
            ContentRootPath = options.ContentRoot,
            ApplicationName = options.ApplicationName,
        });
        ListenAt(builder, options.Urls);
        builder.AddPlatform(Info);
        AddDirectory(builder, options);
        var app = builder.Build();
        app.UsePlatform();
        MapRoutes(app);
        return app;
    }

    /// <summary>Before the first request: the store has its shape and its first data, and the index is loaded.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static async Task<SeedOutcome> PrepareAsync(WebApplication app, string? seed, CancellationToken cancellationToken)
    {
        await DirectoryParts.OpenStoreAsync(app.Services, cancellationToken);
        var seeded = await DirectoryParts.SeedAsync(app.Services, seed, cancellationToken);
        await app.Services.GetRequiredService<LiveMatchIndex>().LoadAsync(cancellationToken);
        return seeded;
    }

    private static OpenApiInfo Info => new()
    {
        Title = "ReferralDirectory",
        Version = "v1",
        Description = "A directory of massage therapists, vetted from what trade organisations, registers and insurers say, and the matching of physicians' referrals to them. "
            + "Answers about people marked `synthetic` are about nobody.\n\n" + Limits,
        License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        Contact = new OpenApiContact { Name = "The ReferralDirectory authors" },
    };

    private static string Limits
    {
        get
        {
            var rates = new RateLimitOptions();
            return FormattableString.Invariant($"""
                Limits for one address, unless the server is set otherwise: {rates.AnonymousPerMinute} requests a minute (`{RateLimitOptions.Section}:{nameof(rates.AnonymousPerMinute)}`),
                {rates.TypeAheadPerMinute} look-ups a minute in the vocabularies (`{nameof(rates.TypeAheadPerMinute)}`), and {rates.ReportsPerMinute} reports a minute
                (`{nameof(rates.ReportsPerMinute)}`); `{nameof(rates.Enabled)}=false` lifts them. Beyond them the answer is
                429, with the seconds to wait in `Retry-After`. A JSON body has at most 1 MB; an answer that takes longer than {PlatformSetup.RequestTimeout.TotalSeconds:0} s is given up with 503.
                """).ReplaceLineEndings(" ");
        }
    }

    private static void ListenAt(WebApplicationBuilder builder, string? urls)
    {
        var configured = builder.Configuration["urls"];
        if (configured is not null && ListenAddresses.FaultOf(configured) is { } fault)
            throw new OptionsValidationException("urls", typeof(string), [$"urls: {fault}"]);
        var isConfigured = (configured ?? builder.Configuration["http_ports"]) is not null;
        if ((urls ?? (isConfigured ? null : DefaultUrl)) is { } listen)
            builder.WebHost.UseUrls(listen);
    }

    private static void AddDirectory(WebApplicationBuilder builder, ServeOptions options)
    {
        var services = builder.Services;
        services.AddDirectoryParts(options.DataDirectory ?? builder.Configuration[DirectoryParts.DataDirectoryKey]);
        services.AddLiveIndex();
        // A request takes the index once and keeps it, whatever is swapped in meanwhile.
        services.AddScoped<MatchIndex>(provider => provider.GetRequiredService<LiveMatchIndex>().Current);
        services.AddScoped<Icd10Release>(provider => provider.GetRequiredService<LiveMatchIndex>().Icd10Release);
        services.AddSingleton<Func<ReadyState>>(provider => () => Readiness(provider.GetRequiredService<LiveMatchIndex>()));
        services.AddVocabularies();
        services.AddTherapists();
        services.AddMatches();
        services.AddQuality();
        services.AddReports();
    }

    private static ReadyState Readiness(LiveMatchIndex index) => index.IsReady
        ? new ReadyState(
            null, FormattableString.Invariant($"{index.Current.TherapistCount} therapists at revision {index.Current.Revision}"), index.LoadedAt, index.FailedRefreshes)
        : new ReadyState("the index to be loaded", null);

    private static void MapRoutes(WebApplication app)
    {
        var routes = app.MapGroup("").RefusesUnknownQuery();
        routes.MapHealth();
        routes.MapProblems();
        var v1 = routes.MapGroup("/v1").RequireRateLimiting(RateLimits.Anonymous);
        v1.MapMatches();
        v1.MapTherapists();
        v1.MapQuality();
        v1.MapVocabularies();
        v1.MapKnowledge();
        v1.MapReports();
    }
}
