using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Platform;

namespace ReferralDirectory.CommandLine;

/// <summary>What the console says once requests are taken: where to look, and that the people are invented.</summary>
internal static class Welcome
{
    public static void Print(WebApplication app)
    {
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DirectoryApp.DefaultUrl;
        Console.WriteLine(Text(app.Services.GetRequiredService<LiveMatchIndex>().Current, url));
    }

    public static string Text(MatchIndex index, string url)
    {
        // A store that was started with --seed none stays without invented people: hence the new directory.
        var next = index.Therapists.IsEmpty
            ? "nobody is here    import a member list (import --help), or see invented people: serve --seed demo --data NEW_DIRECTORY"
            : $"a first request   curl '{url}/v1/therapists?near=13202&limit=3'";
        var note = index.Therapists.Any(therapist => therapist.Synthetic)
            ? "\n  NOTE: the directory holds SYNTHETIC people. They do not exist: do not refer a patient to them. Remove them with: demo remove"
            : "";
        return $"""

            ReferralDirectory serves {index.Therapists.Length} therapists at {url}
              browse the API    {url}{OpenApiSetup.UiPath}
              {next}{note}

            """;
    }
}
