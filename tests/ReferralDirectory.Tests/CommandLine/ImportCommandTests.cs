using System.Text.Json;
using ReferralDirectory.CommandLine;
using ReferralDirectory.Tests.Matches;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class ImportCommandTests
{
    [Fact]
    public async Task The_reference_tables_are_imported_and_counted()
    {
        using var data = new TemporaryData();
        var typed = await ImportAsync(data, TemporaryData.SeedData, "--format", "knowledge");
        Assert.Equal(ExitCodes.Done, typed.ExitCode);
        Assert.Matches(@"seed-data: \d+ rows, \d+ added, 0 changed, 0 unchanged\. The store is at revision \d+\.", typed.Output);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_come_of_it_and_stores_nothing()
    {
        using var data = new TemporaryData();
        var dry = await ImportAsync(data, TemporaryData.SeedData, "--format", "knowledge", "--dry-run");
        Assert.EndsWith("It was a dry run: nothing was stored.", dry.Output.TrimEnd(), StringComparison.Ordinal);
        var wet = await ImportAsync(data, TemporaryData.SeedData, "--format", "knowledge", "--json");
        using var report = JsonDocument.Parse(wet.Output);
        Assert.Equal(report.RootElement.GetProperty("rows").GetInt32(), report.RootElement.GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task All_that_is_wrong_is_shown_in_one_table_and_ends_with_two()
    {
        using var data = new TemporaryData();
        using var empty = new TemporaryData();
        var typed = await ImportAsync(data, empty.Path, "--format", "knowledge");
        Assert.Equal(ExitCodes.HasErrors, typed.ExitCode);
        Assert.Matches(@"\d+ errors in 0 rows; nothing was stored\.", typed.Output);
        Assert.Matches(@"Row\s+Column\s+Code\s+Value\s+Message", typed.Output);
        Assert.DoesNotContain('\u001b', typed.Output);
    }

    [Theory]
    [InlineData("nowhere.csv", "members", "guild", "nowhere.csv")]
    [InlineData(".", "people", "guild", "--format: write one of")]
    [InlineData(".", "members", "The Guild", "--organization: a code has")]
    public async Task What_is_typed_wrongly_ends_with_one(string file, string format, string organization, string message)
    {
        using var data = new TemporaryData();
        var typed = await ImportAsync(data, file, "--format", format, "--organization", organization);
        Assert.Equal(ExitCodes.BadInput, typed.ExitCode);
        Assert.Contains(message, typed.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(data.DatabasePath));
    }

    [Fact]
    public async Task A_store_that_cannot_be_made_is_said_in_one_sentence_and_ends_with_three()
    {
        using var data = new TemporaryData();
        var file = Path.Combine(data.Path, "a-file");
        await File.WriteAllTextAsync(file, "");
        var typed = await Typed.RunAsync(ImportCommand.Create(), TemporaryData.SeedData, "--format", "knowledge", "--data", file);
        Assert.Equal(ExitCodes.StoreUnusable, typed.ExitCode);
        Assert.Single(typed.Errors.TrimEnd().Split('\n'));
    }

    private static Task<Typed> ImportAsync(TemporaryData data, params string[] arguments) =>
        Typed.RunAsync(ImportCommand.Create(FixedClock.Noon), [.. arguments, "--data", data.Path]);
}
