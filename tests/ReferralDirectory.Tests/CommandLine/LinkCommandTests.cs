using System.Text.Json;
using ReferralDirectory.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class LinkCommandTests : IAsyncLifetime
{
    private const string Header = "memberKey,asOf,given,family,email,line1,city,state,zip,phone,modalities,licences\n";

    private const string Ana = "1,2026-11-01,Ana,Zabriskie,ana@example.org,9 Elm St,Austin,TX,78701,512-555-0199,swedish,";

    private TemporaryData data = null!;

    public async ValueTask InitializeAsync()
    {
        data = await TemporaryData.WithKnowledgeAsync();
        await ImportAsync("id,name,kind,website,synthetic\nguild,Guild,trade-organisation,,yes\nsociety,Society,trade-organisation,,yes\n", "organizations");
        await ImportAsync($"{Header}{Ana}\n2,2026-11-01,Ivo,Quill,ivo@example.org,1 Oak St,Dallas,TX,75201,214-555-0100,swedish,\n", "members", "--organization", "guild");
        await ImportAsync($"{Header}{Ana}\n", "members", "--organization", "society");
    }

    public ValueTask DisposeAsync()
    {
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_report_says_what_a_run_would_join_and_part_and_keeps_nothing()
    {
        var joining = await LinkAsync("--report");
        Assert.Equal((1, 1, 0), Counts(joining));
        Assert.True(joining.GetProperty("pairs")[0].GetProperty("anew").GetBoolean());
        Assert.Equal((1, 1, 0), Counts(await LinkAsync()));
        Assert.Equal((1, 0, 0), Counts(await LinkAsync("--report")));

        await ImportAsync($"{Header}{Ana}US-TX:MT100001\n", "members", "--organization", "society");
        await ImportAsync($"{Header}{Ana}US-TX:MT777777\n", "members", "--organization", "guild");

        for (var time = 0; time < 2; time++)
        {
            var parting = await LinkAsync("--report");
            Assert.Equal((0, 0, 1), Counts(parting));
            Assert.Equal("member:guild/1", parting.GetProperty("partedPairs")[0].GetProperty("one").GetString());
        }

        Assert.Equal(2, (await LinkAsync()).GetProperty("differing").GetInt32());
        Assert.Equal((0, 0, 0), Counts(await LinkAsync("--report")));
    }

    [Fact]
    public async Task In_words_it_names_whom_it_would_part()
    {
        await LinkAsync();
        await ImportAsync($"{Header}{Ana}US-TX:MT100001\n", "members", "--organization", "society");
        await ImportAsync($"{Header}{Ana}US-TX:MT777777\n", "members", "--organization", "guild");

        var typed = await Typed.RunAsync(LinkCommand.Create(SettableClock.AtNoon), "--report", "--data", data.Path);

        Assert.Contains("member:society/1", typed.Output, StringComparison.Ordinal);
        Assert.Contains("1 merged before and not any more", typed.Output, StringComparison.Ordinal);
    }

    private static (int Merged, int Joined, int Parted) Counts(JsonElement run) =>
        (run.GetProperty("merged").GetInt32(), run.GetProperty("joined").GetInt32(), run.GetProperty("parted").GetInt32());

    private async Task<JsonElement> LinkAsync(params string[] more)
    {
        var typed = await Typed.RunAsync(LinkCommand.Create(SettableClock.AtNoon), ["--data", data.Path, "--json", .. more]);
        Assert.True(typed.ExitCode == ExitCodes.Done, typed.Output + typed.Errors);
        using var answer = JsonDocument.Parse(typed.Output);
        return answer.RootElement.Clone();
    }

    private async Task ImportAsync(string text, string format, params string[] more)
    {
        var path = Path.Combine(data.Path, "given.csv");
        await File.WriteAllTextAsync(path, text);
        var typed = await Typed.RunAsync(ImportCommand.Create(SettableClock.AtNoon), [path, "--format", format, "--data", data.Path, .. more]);
        Assert.True(typed.ExitCode == ExitCodes.Done, typed.Output + typed.Errors);
    }
}
