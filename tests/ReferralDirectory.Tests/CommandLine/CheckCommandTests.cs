using Microsoft.Data.Sqlite;
using ReferralDirectory.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

/// <summary>A store of a few invented people, in order until a test spoils it behind the program's back.</summary>
public sealed class CheckCommandTests : IAsyncLifetime
{
    private TemporaryData data = null!;

    public async ValueTask InitializeAsync()
    {
        data = await TemporaryData.WithKnowledgeAsync();
        using var files = new TemporaryData();
        await Typed.RunAsync(GenerateCommand.Create(), "--count", "5", "--out", files.Path);
        foreach (var (file, format, more) in new[]
        {
            ("organizations.csv", "organizations", Array.Empty<string>()),
            ("members-demo-massage-alliance.csv", "members", ["--organization", "demo-massage-alliance"]),
        })
        {
            var typed = await Typed.RunAsync(ImportCommand.Create(SettableClock.AtNoon), [Path.Combine(files.Path, file), "--format", format, "--data", data.Path, .. more]);
            Assert.True(typed.ExitCode == ExitCodes.Done, typed.Output + typed.Errors);
        }
    }

    public ValueTask DisposeAsync()
    {
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_store_in_order_passes_every_check()
    {
        var typed = await CheckAsync();
        Assert.Equal(ExitCodes.Done, typed.ExitCode);
        Assert.Equal(5, typed.Output.TrimEnd().Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_damaged_page_is_found_and_said()
    {
        var (page, size) = (await AskAsync("SELECT rootpage FROM sqlite_schema WHERE name = 'IX_ListingPlaces_TherapistId_PlaceKey'"), await AskAsync("PRAGMA page_size"));
        await SpoilAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        data.CloseConnections();
        await using (var file = new FileStream(data.DatabasePath, FileMode.Open, FileAccess.Write))
        {
            file.Position = (page - 1) * size;
            await file.WriteAsync(Enumerable.Repeat((byte)0xEE, (int)size).ToArray());
        }

        await FailsAsync("the file is sound: ");
        await FailsAsync("therapists are what records and ledger add up to: The store's file is damaged");
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_is_found()
    {
        await SpoilAsync("DELETE FROM Insurers WHERE Id = 'aetna'");
        await FailsAsync("every reference between rows resolves: a row of");
    }

    [Fact]
    public async Task A_therapist_who_is_not_what_the_records_say_is_found_and_named()
    {
        await SpoilAsync("UPDATE Therapists SET Family = 'Nobody' WHERE Id = 1");
        await FailsAsync("therapists are what records and ledger add up to: 1 differ");
        await FailsAsync("the index shows what records, ledger and tables say: 1 therapists differ: thr_000001");
    }

    [Fact]
    public async Task A_start_resolves_anew_what_another_release_resolved()
    {
        await SpoilAsync("UPDATE Therapists SET Family = 'Nobody' WHERE Id = 1; UPDATE State SET ResolverVersion = ResolverVersion - 1");

        var typed = await CheckAsync();

        Assert.True(typed.ExitCode == ExitCodes.Done, typed.Output);
    }

    [Fact]
    public async Task A_code_that_no_table_explains_is_found()
    {
        await SpoilAsync("UPDATE Plans SET Insurer = 'nobody' WHERE rowid = (SELECT MIN(rowid) FROM Plans)");
        await FailsAsync("every code that is used is in the knowledge tables: plan nobody/");
    }

    [Theory]
    [InlineData("UPDATE Listings SET Zip = 'nowhere'", "The store holds 'nowhere' where a ZIP code is expected")]
    [InlineData("UPDATE Listings SET Hours = 'always'", "The store holds 'always' where a list of opening hours is expected")]
    [InlineData("UPDATE Therapists SET LiabilityCoverUntil = 'then'", "The store holds 'then' where a ")]
    [InlineData("UPDATE SourceRecords SET Payload = '{'", "The store holds '{' where a SourceRecord is expected")]
    public async Task What_no_writer_put_there_is_said_to_be_the_stores_fault(string sql, string sentence)
    {
        await SpoilAsync(sql);
        await FailsAsync("therapists are what records and ledger add up to: " + sentence);
    }

    [Fact]
    public async Task Removing_the_demonstration_says_what_went()
    {
        var typed = await Typed.RunAsync(DemoCommand.Create(SettableClock.AtNoon), "remove", "--data", data.Path);
        Assert.Equal(ExitCodes.Done, typed.ExitCode);
        Assert.Matches(@"^Removed \d+ therapists, \d+ member records, 0 checks and \d+ organisations\.", typed.Output);
        var again = await Typed.RunAsync(DemoCommand.Create(SettableClock.AtNoon), "remove", "--data", data.Path);
        Assert.StartsWith("Removed 0 therapists, 0 member records, 0 checks and 0 organisations.", again.Output, StringComparison.Ordinal);
    }

    private Task<Typed> CheckAsync() => Typed.RunAsync(CheckCommand.Create(SettableClock.AtNoon), "--data", data.Path);

    private async Task FailsAsync(string check)
    {
        var typed = await CheckAsync();
        Assert.Equal(ExitCodes.HasErrors, typed.ExitCode);
        Assert.True(typed.Output.Contains("failed  " + check, StringComparison.Ordinal), typed.Output);
    }

    private async Task SpoilAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={data.DatabasePath};Foreign Keys=False;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> AskAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={data.DatabasePath};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
