using System.CommandLine;
using System.Net.Sockets;
using ReferralDirectory.Demo;
using ReferralDirectory.Platform;

namespace ReferralDirectory.CommandLine;

/// <summary><c>serve</c>: the REST API over a store of its own. What the program does when no verb is given.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls") { Description = $"Where to listen. Default: {DirectoryApp.DefaultUrl}.", HelpName = "URL" };
    private static readonly Option<string?> Seed = new("--seed") { Description = "demo: fill a new store with synthetic people (default). none: start a new one without them. A store keeps to what was said first." };

    // WebApplicationFactory starts the program with these three.
    private static readonly Option<string?> EnvironmentName = new("--environment") { Hidden = true };
    private static readonly Option<string?> ContentRoot = new("--contentRoot") { Hidden = true };
    private static readonly Option<string?> ApplicationName = new("--applicationName") { Hidden = true };

    static ServeCommand()
    {
        Seed.AcceptOnlyFromAmong("demo", "none");
        Urls.Validators.Add(typed =>
        {
            if (typed.GetValueOrDefault<string?>() is { } urls && ListenAddresses.FaultOf(urls) is { } fault)
                typed.AddError($"--urls: {fault}");
        });
    }

    public static Command Create()
    {
        var command = new Command("serve", "Serve the API (default)");
        Default(command);
        return command;
    }

    /// <summary>Makes serving what the command does.</summary>
    public static void Default(Command command)
    {
        foreach (var option in (Option[])[DataOption.Instance, Urls, Seed, EnvironmentName, ContentRoot, ApplicationName])
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, () => ServeAsync(parsed, cancellationToken)));
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var app = DirectoryApp.Build(new ServeOptions
        {
            DataDirectory = parsed.GetValue(DataOption.Instance),
            Urls = parsed.GetValue(Urls),
            EnvironmentName = parsed.GetValue(EnvironmentName),
            ContentRoot = parsed.GetValue(ContentRoot),
            ApplicationName = parsed.GetValue(ApplicationName),
        });
        SeedOutcome seeded;
        try
        {
            seeded = await DirectoryApp.PrepareAsync(app, parsed.GetValue(Seed), cancellationToken);
            await app.StartAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped before it was ready: what was stored whole stays, and the next start does the rest.
            return ExitCodes.Done;
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            // What had begun before the address was refused ends in order, not in errors of its own.
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        await Welcome.WriteAsync(parsed.InvocationConfiguration.Output, app, seeded);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }
}
