using Microsoft.Data.Sqlite;
using ReferralDirectory.CommandLine;
using ReferralDirectory.Store;

namespace ReferralDirectory.Tests.CommandLine;

/// <summary>A data directory of its own, gone when the test ends.</summary>
internal sealed class TemporaryData : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("referral-directory-");

    public string Path => directory.FullName;

    public string DatabasePath => new StoreOptions { DataDirectory = Path }.DatabasePath;

    /// <summary>A store in which the demonstration is not wanted, with the reference tables and nobody in it.</summary>
    public static async Task<TemporaryData> WithKnowledgeAsync()
    {
        var data = new TemporaryData();
        var imported = await Typed.RunAsync(ImportCommand.Create(SettableClock.AtNoon), Shipped.SeedData, "--format", "knowledge", "--data", data.Path);
        Assert.True(imported.ExitCode == 0, imported.Output + imported.Errors);
        var removed = await Typed.RunAsync(DemoCommand.Create(SettableClock.AtNoon), "remove", "--data", data.Path);
        Assert.True(removed.ExitCode == 0, removed.Output + removed.Errors);
        return data;
    }

    /// <summary>Lets go of what the program keeps open for the next verb.</summary>
    public void CloseConnections()
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath}");
        SqliteConnection.ClearPool(connection);
    }

    public void Dispose()
    {
        CloseConnections();
        directory.Delete(recursive: true);
    }
}
