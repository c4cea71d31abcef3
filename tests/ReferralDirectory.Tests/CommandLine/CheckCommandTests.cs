using Microsoft.Data.Sqlite;
using ReferralDirectory.CommandLine;
using ReferralDirectory.Tests.Matches;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task A_store_in_order_passes_every_check()
    {
        using var data = await TemporaryData.WithKnowledgeAsync();
        var typed = await Typed.RunAsync(CheckCommand.Create(SettableClock.AtNoon), "--data", data.Path);
        Assert.Equal(ExitCodes.Done, typed.ExitCode);
        Assert.Equal(5, typed.Output.TrimEnd().Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_is_found()
    {
        using var data = await TemporaryData.WithKnowledgeAsync();
        await using (var connection = new SqliteConnection($"Data Source={data.DatabasePath};Foreign Keys=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM Insurers WHERE Id = 'aetna'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        var typed = await Typed.RunAsync(CheckCommand.Create(SettableClock.AtNoon), "--data", data.Path);
        Assert.Equal(ExitCodes.HasErrors, typed.ExitCode);
        Assert.Contains("failed  every reference between rows resolves: a row of", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_demonstration_that_is_not_there_removes_nothing()
    {
        using var data = await TemporaryData.WithKnowledgeAsync();
        var typed = await Typed.RunAsync(DemoCommand.Create(SettableClock.AtNoon), "remove", "--data", data.Path);
        Assert.Equal(ExitCodes.Done, typed.ExitCode);
        Assert.StartsWith("Removed 0 therapists, 0 member records, 0 checks and 0 organisations.", typed.Output, StringComparison.Ordinal);
    }
}
