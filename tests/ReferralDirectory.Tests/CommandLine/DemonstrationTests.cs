using System.Text.Json;
using ReferralDirectory.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

/// <summary>The whole way by what can be typed: invent people, import what is said of them, match, check, take them out.</summary>
public sealed class DemonstrationTests
{
    [Fact]
    public async Task Invented_people_are_written_imported_matched_checked_and_removed()
    {
        using var files = new TemporaryData();
        using var data = await TemporaryData.WithKnowledgeAsync();
        Assert.Equal(ExitCodes.Done, (await Typed.RunAsync(GenerateCommand.Create(), "--count", "300", "--seed", "7", "--out", files.Path)).ExitCode);
        await ImportAsync(data, Path.Combine(files.Path, "organizations.csv"), "organizations");
        foreach (var list in Directory.EnumerateFiles(files.Path, "members-*.csv").Order(StringComparer.Ordinal))
            await ImportAsync(data, list, "members", "--organization", Path.GetFileNameWithoutExtension(list)["members-".Length..]);
        foreach (var list in Directory.EnumerateFiles(files.Path, "verifications-*.csv").Order(StringComparer.Ordinal))
            await ImportAsync(data, list, "verifications", "--organization", "demo-verification-office");

        string[] referral = ["--icd10", "M54.50", "--zip", "13202", "--self-pay", "--screening", "none", "--radius", "250", "--limit", "3", "--data", data.Path];
        var shown = await Typed.RunAsync(MatchCommand.Create(SettableClock.AtNoon), referral);
        Assert.Equal(ExitCodes.Done, shown.ExitCode);
        Assert.Matches(@"#\s+Therapist\s+Place\s+Tier\s+Miles\s+Network\s+Score", shown.Output);
        Assert.Matches(@"\n  1\s+\S.* \(thr_\w+\)", shown.Output);
        Assert.Matches(@"\d+\.\d\d of 25  modality-fit", shown.Output);
        Assert.Matches(@"best-per-therapist\s+\d+\s+\d+\s+therapist", shown.Output);
        Assert.DoesNotContain('\u001b', shown.Output);

        using var answer = JsonDocument.Parse((await Typed.RunAsync(MatchCommand.Create(SettableClock.AtNoon), [.. referral, "--json"])).Output);
        Assert.True(answer.RootElement.GetProperty("synthetic").GetBoolean());
        Assert.Contains($"{answer.RootElement.GetProperty("total").GetInt32()} therapist", shown.Output, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Done, (await Typed.RunAsync(CheckCommand.Create(SettableClock.AtNoon), "--data", data.Path)).ExitCode);
        var removed = await Typed.RunAsync(DemoCommand.Create(SettableClock.AtNoon), "remove", "--data", data.Path);
        Assert.StartsWith("Removed 300 therapists", removed.Output, StringComparison.Ordinal);
        Assert.Contains("0 therapists are eligible", (await Typed.RunAsync(MatchCommand.Create(SettableClock.AtNoon), referral)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_bytes_and_nobody_at_all_is_refused()
    {
        using var one = new TemporaryData();
        using var two = new TemporaryData();
        await Typed.RunAsync(GenerateCommand.Create(), "--count", "50", "--seed", "7", "--out", one.Path);
        await Typed.RunAsync(GenerateCommand.Create(), "--count", "50", "--seed", "7", "--out", two.Path);
        var names = Directory.EnumerateFiles(one.Path).Select(Path.GetFileName).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(Path.Combine(one.Path, name!)), File.ReadAllBytes(Path.Combine(two.Path, name!))));
        Assert.Equal(ExitCodes.BadInput, (await Typed.RunAsync(GenerateCommand.Create(), "--count", "0", "--out", one.Path)).ExitCode);
    }

    private static async Task ImportAsync(TemporaryData data, string file, string format, params string[] more)
    {
        var typed = await Typed.RunAsync(ImportCommand.Create(SettableClock.AtNoon), [file, "--format", format, "--data", data.Path, .. more]);
        Assert.True(typed.ExitCode == ExitCodes.Done, typed.Output + typed.Errors);
    }
}
