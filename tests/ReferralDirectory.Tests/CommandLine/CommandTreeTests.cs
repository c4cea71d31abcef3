using System.CommandLine;
using ReferralDirectory.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

/// <summary>The program as it is typed, verbs and all.</summary>
public sealed class CommandTreeTests
{
    public static TheoryData<string> Commands { get; } = new(NamesUnder(CommandTree.Create(), "").Prepend(""));

    [Theory]
    [InlineData("--data DIR demo remove")]
    [InlineData("demo --data DIR remove")]
    [InlineData("demo remove --data DIR")]
    public async Task The_directory_of_the_store_holds_wherever_it_is_written(string typed)
    {
        using var data = await TemporaryData.WithKnowledgeAsync();

        var removed = await RunAsync(typed.Split(' ').Select(word => word == "DIR" ? data.Path : word));

        Assert.True(removed.ExitCode == ExitCodes.Done, removed.Errors);
    }

    [Theory]
    [InlineData("--data DIR check")]
    [InlineData("check --data DIR")]
    [InlineData("--data DIR demo remove")]
    public async Task A_directory_without_a_store_is_said_and_left_as_it_is(string typed)
    {
        using var data = new TemporaryData();
        var mistyped = Path.Combine(data.Path, "typo");

        var refused = await RunAsync(typed.Split(' ').Select(word => word == "DIR" ? mistyped : word));

        Assert.Equal((ExitCodes.StoreUnusable, ""), (refused.ExitCode, refused.Output));
        Assert.Contains($"no store at {mistyped}", Assert.Single(refused.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(mistyped));
    }

    [Theory]
    [InlineData("--urls http://localhost:1 check", "--urls before 'check'")]
    [InlineData("--seed none demo remove", "--seed before 'remove'")]
    [InlineData("--data nowhere generate --out nowhere", "--data before 'generate'")]
    public async Task An_option_of_another_verb_is_refused_and_not_forgotten(string typed, string sentence)
    {
        var refused = await RunAsync(typed.Split(' '));

        Assert.Equal(ExitCodes.BadInput, refused.ExitCode);
        Assert.Contains(sentence, refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generate --count x --out nowhere", "--count: write a whole number, such as 20, not 'x'.")]
    [InlineData("generate --count 0 --out nowhere", "--count: write a number from 1 to 1,000,000, not '0'.")]
    [InlineData("match --zip 13202 --radius 2,5", "--radius: write a number, such as 12.5, not '2,5'.")]
    [InlineData("match --zip 13202 --service-date 12/01/2026", "--service-date: write the day as 2026-01-31, not '12/01/2026'.")]
    [InlineData("match --zip 13202 --limit many", "--limit: write a whole number, such as 20, not 'many'.")]
    [InlineData("import nothing --format oig-leie --as-of yesterday", "--as-of: write the day as 2026-01-31, not 'yesterday'.")]
    public async Task A_value_that_cannot_be_read_is_refused_with_the_way_to_write_it(string typed, string sentence)
    {
        var refused = await RunAsync(typed.Split(' '));

        Assert.Equal(ExitCodes.BadInput, refused.ExitCode);
        Assert.Contains(sentence, refused.Errors.Split('\n').Select(line => line.TrimEnd()));
    }

    [Theory]
    [InlineData("serve --urls foo")]
    [InlineData("--urls foo")]
    [InlineData("--urls ftp://localhost:5080")]
    [InlineData("--urls http://localhost:5080;foo")]
    [InlineData("--urls http://localhost:99999")]
    public async Task What_is_no_address_to_listen_at_is_the_options_fault_and_not_the_stores(string typed)
    {
        var refused = await RunAsync(typed.Split(' '));

        Assert.Equal(ExitCodes.BadInput, refused.ExitCode);
        Assert.StartsWith("--urls: '", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_help_says_the_exit_codes(string command)
    {
        var help = await RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(ExitCodes.Done, help.ExitCode);
        Assert.Contains(ExitCodes.Described, help.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> NamesUnder(Command command, string above) =>
        command.Subcommands.SelectMany(verb => NamesUnder(verb, $"{above}{verb.Name} ").Prepend($"{above}{verb.Name}"));

    private static Task<Typed> RunAsync(IEnumerable<string> arguments) => Typed.RunAsync(CommandTree.Create(), [.. arguments]);
}
