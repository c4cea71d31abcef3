using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>The planted cases of the two fixtures, and what a later file changes.</summary>
public sealed class ExclusionListTests
{
    private const string StevensonByNpi = "2100316761";
    private const string HurstByNpi = "2101504613";
    private const string LyonsReinstated = "2108790090";

    private static readonly string Nppes = RegisterBench.Fixture("nppes-SYNTHETIC.csv");
    private static readonly string Leie = RegisterBench.Fixture("leie-SYNTHETIC.csv");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_planted_cases_are_found_whichever_file_comes_first(bool peopleFirst)
    {
        await using var bench = await RegisterBench.CreateAsync();
        if (peopleFirst)
            await bench.ImportAsync(ImportFormat.Nppes, Nppes);
        var list = await bench.ImportAsync(ImportFormat.Leie, Leie);
        if (!peopleFirst)
            await bench.ImportAsync(ImportFormat.Nppes, Nppes);

        var byStatus = bench.Therapists().ToLookup(therapist => therapist.Exclusion?.Status);

        Assert.True(list.Succeeded);
        Assert.Equal([StevensonByNpi, HurstByNpi], byStatus[ExclusionStatus.Excluded].Select(NpiOf).Order());
        Assert.Equal(["Munoz", "Rojas"], byStatus[ExclusionStatus.PossibleMatch].Select(therapist => therapist.Name.Value.Family).Order());
        Assert.Contains(LyonsReinstated, byStatus[ExclusionStatus.Clear].Select(NpiOf));
        Assert.Contains("Andrews", byStatus[ExclusionStatus.Clear].Select(therapist => therapist.Name.Value.Family));
        Assert.Empty(byStatus[null]);
    }

    [Fact]
    public async Task Matches_are_reported_with_whom_they_concern()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, Nppes);

        var report = await bench.ImportAsync(ImportFormat.Leie, Leie);

        Assert.Equal(
            [("excluded", $"nppes/{StevensonByNpi}"), ("excluded", $"nppes/{HurstByNpi}")],
            report.Warnings.Where(warning => warning.Code == "excluded").Select(warning => (warning.Code, warning.Value)).Order());
        Assert.Equal(2, report.Warnings.Count(warning => warning.Code == "possible-exclusion"));
        Assert.Equal(200, report.Rows);
        Assert.Equal(bench.Therapists().Count, report.Checks);
    }

    [Fact]
    public async Task Whoever_is_absent_from_a_newer_whole_file_is_clear_again()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, Nppes);
        await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 30);

        await bench.ImportTextAsync(ImportFormat.Leie, Without(StevensonByNpi, "MUNOZ"));

        Assert.Equal(ExclusionStatus.Clear, bench.Find(StevensonByNpi)?.Exclusion?.Status);
        Assert.All(bench.Therapists().Where(therapist => therapist.Name.Value.Family == "Munoz"), munoz => Assert.Equal(ExclusionStatus.Clear, munoz.Exclusion?.Status));
        Assert.Equal(ExclusionStatus.Excluded, bench.Find(HurstByNpi)?.Exclusion?.Status);
    }

    [Fact]
    public async Task A_supplement_says_nothing_of_those_it_does_not_name()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, Nppes);
        await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 30);

        var report = await bench.ImportTextAsync(ImportFormat.Leie, Lines(line => line.Contains(LyonsReinstated, StringComparison.Ordinal)), feed: new FeedOptions { Mode = FeedMode.Supplement });

        Assert.True(report.Succeeded);
        Assert.Equal(ExclusionStatus.Excluded, bench.Find(StevensonByNpi)?.Exclusion?.Status);
    }

    [Fact]
    public async Task A_reinstatement_in_a_supplement_ends_an_exclusion()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, Nppes);
        await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 30);
        var line = File.ReadLines(Leie).Single(line => line.Contains(StevensonByNpi, StringComparison.Ordinal)).Split(',');
        line[15] = "\"20261101\"";

        await bench.ImportTextAsync(
            ImportFormat.Leie, $"{File.ReadLines(Leie).First()}\n{string.Join(',', line)}\n", feed: new FeedOptions { Mode = FeedMode.Supplement });

        Assert.Equal(ExclusionStatus.Clear, bench.Find(StevensonByNpi)?.Exclusion?.Status);
    }

    [Fact]
    public async Task An_older_file_and_a_much_shorter_one_are_refused()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 10);

        var older = await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 11);
        var shorter = await bench.ImportTextAsync(ImportFormat.Leie, Lines(line => line.Contains(StevensonByNpi, StringComparison.Ordinal)));

        Assert.Equal("older-file", Assert.Single(older.Errors).Code);
        Assert.Equal("truncated-file", Assert.Single(shorter.Errors).Code);
    }

    [Fact]
    public async Task A_file_that_breaks_off_in_a_row_is_refused()
    {
        await using var bench = await RegisterBench.CreateAsync();
        var text = await File.ReadAllTextAsync(Leie);

        var report = await bench.ImportTextAsync(ImportFormat.Leie, text[..(text.Length - 40)]);

        Assert.False(report.Succeeded);
        Assert.Null(report.Id);
    }

    [Fact]
    public async Task A_dry_run_finds_the_same_and_keeps_nothing()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, Nppes);

        var dry = await bench.ImportAsync(ImportFormat.Leie, Leie, dryRun: true);

        Assert.Empty(await bench.LedgerAsync(VerificationAspect.Exclusion));
        var kept = await bench.ImportAsync(ImportFormat.Leie, Leie);
        Assert.Equal((dry.Rows, dry.Added, dry.Checks, dry.WarningCount), (kept.Rows, kept.Added, kept.Checks, kept.WarningCount));
    }

    [Fact]
    public async Task The_same_list_again_adds_nothing()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, Nppes);
        await bench.ImportAsync(ImportFormat.Leie, Leie);

        var again = await bench.ImportAsync(ImportFormat.Leie, Leie);

        Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Checks));
        Assert.Null(again.Id);
    }

    private static string NpiOf(TherapistProfile therapist) => therapist.Npi?.Value.ToString() ?? "";

    private static string Lines(Func<string, bool> kept) =>
        string.Join('\n', File.ReadLines(Leie).Where((line, number) => number == 0 || kept(line))) + "\n";

    private static string Without(params string[] words) => Lines(line => !words.Any(word => line.Contains(word, StringComparison.Ordinal)));
}
