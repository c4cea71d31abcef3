using System.Text.Json;
using ReferralDirectory.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class MatchCommandTests
{
    [Fact]
    public async Task A_blocked_order_is_shown_with_its_source()
    {
        using var data = await TemporaryData.WithKnowledgeAsync();
        var typed = await MatchAsync(data, "--icd10", "I82.401", "--zip", "13202", "--self-pay", "--screening", "none");
        Assert.Equal(ExitCodes.Done, typed.ExitCode);
        Assert.Contains("Screening: blocked", typed.Output, StringComparison.Ordinal);
        Assert.Contains("absolute: An acute deep clot", typed.Output, StringComparison.Ordinal);
        Assert.Contains("    source: ", typed.Output, StringComparison.Ordinal);
        Assert.Contains("Nobody is shown.", typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', typed.Output);
    }

    [Fact]
    public async Task Json_is_what_the_api_answers()
    {
        using var data = await TemporaryData.WithKnowledgeAsync();
        var typed = await MatchAsync(data, "--icd10", "I89.0,M54.50", "--zip", "13202", "--insurer", "aetna", "--json");
        using var answer = JsonDocument.Parse(typed.Output);
        Assert.Equal("clearance-required", answer.RootElement.GetProperty("screening").GetProperty("outcome").GetString());
        Assert.Equal("2026-11-21", answer.RootElement.GetProperty("asOf").GetString());
        Assert.Equal(0, answer.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_request_is_said_by_the_options_name()
    {
        using var data = await TemporaryData.WithKnowledgeAsync();
        var typed = await MatchAsync(data, "--icd10", "890", "--zip", "00000", "--insurer", "aetnna", "--radius", "NaN", "--modality", "swedisch");
        Assert.Equal(ExitCodes.BadInput, typed.ExitCode);
        Assert.Empty(typed.Output);
        Assert.Equal(
            ["--zip", "--insurer", "--icd10", "--modality", "--radius"],
            typed.Errors.TrimEnd().Split('\n').Select(line => line.Split(':')[0]));
    }

    [Fact]
    public async Task With_json_errors_are_a_problem_on_standard_error()
    {
        using var data = await TemporaryData.WithKnowledgeAsync();
        var typed = await MatchAsync(data, "--icd10", "I89.0", "--zip", "13202", "--json");
        Assert.Equal(ExitCodes.BadInput, typed.ExitCode);
        using var problem = JsonDocument.Parse(typed.Errors);
        Assert.Equal("invalid-request", problem.RootElement.GetProperty("code").GetString());
        Assert.Equal("/patient/coverage/insurer", problem.RootElement.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("--zip", "13202", "--limit", "many")]
    [InlineData("--icd10", "I89.0")]
    [InlineData("--zip", "13202", "--icd9", "457.1")]
    public async Task What_cannot_be_read_ends_with_one(params string[] arguments)
    {
        using var data = new TemporaryData();
        Assert.Equal(ExitCodes.BadInput, (await MatchAsync(data, arguments)).ExitCode);
    }

    private static Task<Typed> MatchAsync(TemporaryData data, params string[] arguments) =>
        Typed.RunAsync(MatchCommand.Create(SettableClock.AtNoon), [.. arguments, "--data", data.Path]);
}
