using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>Which files of the exclusion list are refused, because they would make people clear who are not.</summary>
public sealed class ExclusionListDoubtTests
{
    private static readonly FeedOptions Supplement = new() { Mode = FeedMode.Supplement };
    private static readonly string[] Jane = [Leie.Row("DOE", "JANE")];

    [Fact]
    public async Task A_supplement_without_a_whole_list_before_it_is_refused()
    {
        await using var bench = await RegisterBench.CreateAsync();

        Assert.Equal("supplement-without-list", CodeOf(await bench.ImportTextAsync(ImportFormat.Leie, Leie.Of(Jane), feed: Supplement)));
    }

    [Theory]
    [InlineData(35, null)]
    [InlineData(36, "supplement-missed")]
    public async Task A_supplement_after_one_that_was_missed_is_refused(int daysLater, string? code)
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Leie, Leie.LongOf(), daysAgo: daysLater);

        Assert.Equal(code, CodeOf(await bench.ImportTextAsync(ImportFormat.Leie, Leie.Of(Jane), feed: Supplement)));
    }

    [Theory]
    [InlineData("UPDATED.csv", false, "implausibly-short")]
    [InlineData("UPDATED.csv", true, null)]
    [InlineData("leie-SYNTHETIC-200rows.csv", false, null)]
    public async Task A_first_list_that_is_far_too_short_is_refused_unless_it_is_forced_or_invented(string name, bool force, string? code)
    {
        await using var bench = await RegisterBench.CreateAsync();

        Assert.Equal(code, CodeOf(await bench.ImportTextAsync(ImportFormat.Leie, Leie.LongOf(), force: force, name: name)));
    }

    [Fact]
    public async Task A_download_that_ends_early_is_refused_and_says_how_many_would_become_clear()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, RegisterBench.Fixture("nppes-SYNTHETIC.csv"));
        var lines = File.ReadAllLines(RegisterBench.Fixture("leie-SYNTHETIC.csv"));
        var (others, near) = (lines.Skip(1).Where(line => !IsNear(line)), lines.Where(IsNear));
        await bench.ImportTextAsync(ImportFormat.Leie, string.Join('\n', [lines[0], .. others, .. near]) + "\n", daysAgo: 30);

        var report = await bench.ImportTextAsync(ImportFormat.Leie, string.Join('\n', [lines[0], .. others]) + "\n");

        Assert.Equal("truncated-file", CodeOf(report));
        Assert.Contains("4 therapists", report.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("--force", report.Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal(2, bench.Therapists().Count(therapist => therapist.Exclusion?.Status == ExclusionStatus.Excluded));

        static bool IsNear(string line) => new[] { "2100316761", "2101504613", "MUNOZ", "ROJAS", "ANDREWS" }.Any(word => line.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_old_copy_is_told_by_its_newest_exclusion_whatever_its_day_is()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Leie, Leie.LongOf(Leie.Row("DOE", "JANE", on: "20261020")), daysAgo: 10);

        var copied = Leie.LongOf(Leie.Row("ROE", "JIM", on: "20260920"));

        Assert.Equal("older-file", CodeOf(await bench.ImportTextAsync(ImportFormat.Leie, copied)));
        Assert.Null(CodeOf(await bench.ImportTextAsync(ImportFormat.Leie, copied, force: true)));
    }

    private static string? CodeOf(ImportReport report) => report.Succeeded ? null : Assert.Single(report.Errors).Code;
}
