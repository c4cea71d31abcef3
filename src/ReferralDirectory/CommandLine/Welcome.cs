using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Platform;

namespace ReferralDirectory.CommandLine;

/// <summary>What the console says once requests are taken: where to look, and that the people are invented.</summary>
internal static class Welcome
{
    public static void Print(WebApplication app)
    {
        var index = app.Services.GetRequiredService<LiveMatchIndex>().Current;
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DirectoryApp.DefaultUrl;
        Console.WriteLine($"""

            ReferralDirectory serves {index.Therapists.Length} therapists at {url}
              browse the API    {url}{OpenApiSetup.UiPath}
              a first request   curl '{url}/v1/therapists?near=13202&limit=3'
            """);
        if (index.Therapists.Any(therapist => therapist.Synthetic))
            Console.WriteLine("  NOTE: the directory holds SYNTHETIC people. They do not exist: do not refer a patient to them. Remove them with: demo remove");
        Console.WriteLine();
    }
}
