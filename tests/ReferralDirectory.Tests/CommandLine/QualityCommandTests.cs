using System.Text.Json;
using ReferralDirectory.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class QualityCommandTests : IAsyncLifetime
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
    public async Task As_JSON_it_is_the_answer_of_the_API_with_every_reminder_behind_its_counts()
    {
        var typed = await Typed.RunAsync(QualityCommand.Create(new SettableClock(SettableClock.AtNoon.Now.AddDays(200))), "--data", data.Path, "--json");
        Assert.True(typed.ExitCode == ExitCodes.Done, typed.Errors);
        using var answer = JsonDocument.Parse(typed.Output);
        var quality = answer.RootElement.GetProperty("quality");
        var reminders = answer.RootElement.GetProperty("reminders");

        Assert.Equal(0, quality.GetProperty("verifiedWithin90Days").GetProperty("listings").GetInt32());
        Assert.NotEqual(0, quality.GetProperty("listings").GetInt32());
        Assert.Equal(quality.GetProperty("reminders").EnumerateArray().Sum(count => count.GetProperty("count").GetInt32()), reminders.GetArrayLength());
        Assert.Contains(reminders.EnumerateArray(), reminder => reminder.GetProperty("kind").GetString() == "attestation-due"
            && reminder.GetProperty("stage").GetString() == "overdue" && reminder.GetProperty("therapistId").GetString()!.StartsWith("thr_", StringComparison.Ordinal)
            && reminder.GetProperty("listingId").GetString()!.StartsWith("lst_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_read_the_share_and_what_waits()
    {
        var typed = await Typed.RunAsync(QualityCommand.Create(SettableClock.AtNoon), "--data", data.Path);

        Assert.Matches(@"^\d+ of \d+ listings \([\d.]+ ?%\) were verified within 90 days; \d+ therapists\.", typed.Output);
        Assert.Contains("possible-exclusion", typed.Output, StringComparison.Ordinal);
        Assert.Contains("As of 2026-11-21, revision ", typed.Output, StringComparison.Ordinal);
    }
}
