using System.Text.Json;
using ReferralDirectory.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class ImportCommandTests
{
    private static readonly string Organizations = Path.Combine(Shipped.SeedData, "demo", "organizations.csv");

    [Fact]
    public async Task What_a_file_adds_is_counted_and_what_is_known_already_changes_nothing()
    {
        using var data = new TemporaryData();
        var first = await ImportAsync(data, Organizations, "--format", "organizations");
        Assert.Equal(ExitCodes.Done, first.ExitCode);
        Assert.Matches(@"organizations\.csv: (\d+) rows, \1 added, 0 changed, 0 unchanged\. The store is at revision \d+\.", first.Output);
        var again = await ImportAsync(data, Organizations, "--format", "organizations");
        Assert.Matches(@"organizations\.csv: (\d+) rows, 0 added, 0 changed, \1 unchanged\.", again.Output);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_come_of_it_and_stores_nothing()
    {
        using var data = new TemporaryData();
        var dry = await ImportAsync(data, Organizations, "--format", "organizations", "--dry-run");
        Assert.EndsWith("It was a dry run: nothing was stored.", dry.Output.TrimEnd(), StringComparison.Ordinal);
        var wet = await ImportAsync(data, Organizations, "--format", "organizations", "--json");
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

    [Fact]
    public async Task A_directory_of_the_wrong_format_is_an_error_in_the_table()
    {
        using var data = new TemporaryData();
        var typed = await ImportAsync(data, Shipped.SeedData, "--format", "organizations");
        Assert.Equal(ExitCodes.HasErrors, typed.ExitCode);
        Assert.Contains("not-a-file", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leie", "--state", "TX", "--state: leie has no use for it, only nppes, roster-tx, roster-mo, roster-wa, roster: leave it out.")]
    [InlineData("organizations", "--as-of", "2026-01-31", "--as-of: organizations has no use for it")]
    [InlineData("roster-tx", "--insurer", "aetna", "--insurer: roster-tx has no use for it, only qhp, insurer-list: leave it out.")]
    public async Task An_option_for_which_a_format_has_no_use_is_refused(string format, string option, string value, string error)
    {
        using var data = new TemporaryData();
        var typed = await ImportAsync(data, Organizations, "--format", format, option, value);
        Assert.NotEqual(ExitCodes.Done, typed.ExitCode);
        Assert.Contains(error, typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_beyond_the_first_thousand_are_said_by_number()
    {
        using var data = new TemporaryData();
        var file = Path.Combine(data.Path, "bad.csv");
        await File.WriteAllLinesAsync(file, ["id,name,kind,website,synthetic", .. Enumerable.Range(1, 1_005).Select(number => $"Not A Code {number},Name,trade-organization,,yes")]);
        var typed = await ImportAsync(data, file, "--format", "organizations");
        Assert.Contains("… and 5 more.", typed.Output, StringComparison.Ordinal);
        Assert.Contains("1005 errors in 1005 rows; nothing was stored.", typed.Output, StringComparison.Ordinal);
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
        var typed = await Typed.RunAsync(ImportCommand.Create(), Shipped.SeedData, "--format", "knowledge", "--data", file);
        Assert.Equal(ExitCodes.StoreUnusable, typed.ExitCode);
        Assert.Single(typed.Errors.TrimEnd().Split('\n'));
    }

    private static Task<Typed> ImportAsync(TemporaryData data, params string[] arguments) =>
        Typed.RunAsync(ImportCommand.Create(SettableClock.AtNoon), [.. arguments, "--data", data.Path]);
}
