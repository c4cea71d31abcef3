using System.CommandLine;

namespace ReferralDirectory.CommandLine;

/// <summary><c>serve</c>: the REST API over a store of its own. What the program does when no verb is given.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "The directory of the store. Default: data, under the working directory.", HelpName = "DIR" };
    private static readonly Option<string?> Urls = new("--urls") { Description = $"Where to listen. Default: {DirectoryApp.DefaultUrl}.", HelpName = "URL" };
    private static readonly Option<string?> Seed = new("--seed") { Description = "demo: fill an empty store with synthetic people (default). none: leave it as it is." };

    // WebApplicationFactory starts the program with these three.
    private static readonly Option<string?> EnvironmentName = new("--environment") { Hidden = true };
    private static readonly Option<string?> ContentRoot = new("--contentRoot") { Hidden = true };
    private static readonly Option<string?> ApplicationName = new("--applicationName") { Hidden = true };

    static ServeCommand() => Seed.AcceptOnlyFromAmong("demo", "none");

    public static Command Create()
    {
        var command = new Command("serve", "Serve the API (default)");
        Default(command);
        return command;
    }

    /// <summary>Makes serving what the command does.</summary>
    public static void Default(Command command)
    {
        foreach (var option in (Option[])[Data, Urls, Seed, EnvironmentName, ContentRoot, ApplicationName])
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, () => ServeAsync(parsed, cancellationToken)));
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var app = DirectoryApp.Build(new ServeOptions
        {
            DataDirectory = parsed.GetValue(Data),
            Urls = parsed.GetValue(Urls),
            EnvironmentName = parsed.GetValue(EnvironmentName),
            ContentRoot = parsed.GetValue(ContentRoot),
            ApplicationName = parsed.GetValue(ApplicationName),
        });
        await DirectoryApp.PrepareAsync(app, parsed.GetValue(Seed), cancellationToken);
        await app.StartAsync(cancellationToken);
        Welcome.Print(app);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }
}
