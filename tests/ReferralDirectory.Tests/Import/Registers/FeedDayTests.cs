using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>How far the store follows a register of which nothing new is heard.</summary>
public sealed class FeedDayTests : IAsyncLifetime
{
    private static readonly string Leie = RegisterBench.Fixture("leie-SYNTHETIC.csv");

    private RegisterBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 30);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_newer_file_that_changes_nothing_is_the_last_one_all_the_same()
    {
        var newer = await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 1);

        Assert.Equal((0, 0, 0), (newer.Added, newer.Changed, newer.Checks));
        Assert.NotNull(newer.Id);
        Assert.Equal((RegisterBench.Today.AddDays(-1), newer.Id.Value.Value), (Feed().AsOf, Feed().ImportId));
        Assert.Equal("older-file", Assert.Single((await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 2)).Errors).Code);
    }

    [Fact]
    public async Task The_same_file_of_the_same_day_leaves_no_trace()
    {
        var again = await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 30);

        Assert.Null(again.Id);
        Assert.Equal(1, Feed().ImportId);
    }

    [Fact]
    public async Task A_dry_run_of_a_newer_file_leaves_the_day_where_it_is()
    {
        var dry = await bench.ImportAsync(ImportFormat.Leie, Leie, daysAgo: 1, dryRun: true);

        Assert.True(dry.Succeeded);
        Assert.Equal(RegisterBench.Today.AddDays(-30), Feed().AsOf);
    }

    private FeedRow Feed()
    {
        using var context = bench.Store.Open();
        context.Connection.Open();
        return FeedRow.Find(context.Connection, LeieFile.Feed)!;
    }
}
