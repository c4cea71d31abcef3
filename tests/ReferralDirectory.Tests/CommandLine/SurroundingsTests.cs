using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ReferralDirectory.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

/// <summary>A process of its own: what the surroundings configure is read where a process begins.</summary>
public sealed class SurroundingsTests
{
    [Fact]
    public async Task A_verb_reads_the_settings_of_the_environment_as_the_server_does()
    {
        using var data = new TemporaryData();
        await File.WriteAllTextAsync(
            Path.Combine(data.Path, "appsettings.Staging.json"),
            JsonSerializer.Serialize(new { ReferralDirectory = new { DataDirectory = "of-the-environment" } }));

        var (exitCode, errors) = await RunAsync(data, "check", ("ASPNETCORE_ENVIRONMENT", "Staging"));

        Assert.Equal(ExitCodes.StoreUnusable, exitCode);
        Assert.Contains("no store at of-the-environment", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_reads_prefixed_variables_as_the_server_does()
    {
        using var data = new TemporaryData();

        var (exitCode, errors) = await RunAsync(data, "check", ("ASPNETCORE_ReferralDirectory__DataDirectory", "of-a-variable"));

        Assert.Equal(ExitCodes.StoreUnusable, exitCode);
        Assert.Contains("no store at of-a-variable", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_watches_the_directory_from_which_a_server_was_started()
    {
        await using var app = DirectoryApp.Build(new ServeOptions());

        var files = ((IConfigurationRoot)app.Configuration).Providers.OfType<FileConfigurationProvider>();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Source.ReloadOnChange);
    }

    [Fact]
    public async Task A_configured_address_at_which_nobody_can_listen_is_said_to_be_that()
    {
        using var data = new TemporaryData();

        var (exitCode, errors) = await RunAsync(data, "serve", ("ASPNETCORE_URLS", "foo"));

        Assert.Equal(ExitCodes.BadInput, exitCode);
        Assert.StartsWith("The configuration is wrong: urls: 'foo'", errors, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Errors)> RunAsync(TemporaryData data, string verb, (string Name, string Value) variable)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ReferralDirectory.dll"), verb])
        {
            WorkingDirectory = data.Path,
            UseShellExecute = false,
            RedirectStandardError = true,
            Environment = { [variable.Name] = variable.Value },
        };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }
}
