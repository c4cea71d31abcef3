using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ReferralDirectory.Demo;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Platform;

namespace ReferralDirectory.CommandLine;

/// <summary>What the console says once requests are taken: where to look, and that the people are invented, or why none are.</summary>
internal static class Welcome
{
    public static Task WriteAsync(TextWriter output, WebApplication app, SeedOutcome seeded)
    {
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DirectoryApp.DefaultUrl;
        return output.WriteLineAsync(TextOf(app.Services.GetRequiredService<LiveMatchIndex>().Current, url, seeded));
    }

    public static string TextOf(MatchIndex index, string url, SeedOutcome seeded)
    {
        var next = index.TherapistCount == 0
            ? "nobody is here    import a member list: import --help"
            : $"a first request   curl '{url}/v1/therapists?near=13202&limit=3'";
        var text = $"""

            ReferralDirectory serves {index.TherapistCount} therapists at {url}
              browse the API    {url}{OpenApiSetup.UiPath}
              {next}

            """;
        if (index.Therapists.Any(therapist => therapist.Synthetic))
            text += "  NOTE: the directory holds SYNTHETIC people. They do not exist: do not refer a patient to them. Remove them with: demo remove\n";
        return text + WhyNobodyWasSeeded(seeded);
    }

    private static string WhyNobodyWasSeeded(SeedOutcome seeded) => seeded switch
    {
        SeedOutcome.KeptOutOfRealData => "  The store holds real people: the demonstration stays out of it.\n",
        SeedOutcome.NotWanted => "  The store was begun without the demonstration, or it was removed: it stays out. A new --data directory can have it.\n",
        _ => "",
    };
}
