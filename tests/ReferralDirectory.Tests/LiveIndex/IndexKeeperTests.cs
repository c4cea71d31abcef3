using Microsoft.Extensions.Logging.Abstractions;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.LiveIndex;

public sealed class IndexKeeperTests : IAsyncLifetime
{
    /// <summary>The hour of the day at which it is the same day everywhere: one past midnight in American Samoa, two before the next in Guam.</summary>
    private static readonly DateTimeOffset OneDay = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualClock clock = new(OneDay);
    private readonly HeardLog<DayAhead> prepared = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
    private ImportBench bench = null!;
    private KeptIndex file = null!;
    private LiveMatchIndex live = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(Shipped.Knowledge.Rows);
        await bench.ImportAsync([.. Enumerable.Range(1, 5).Select(number => People.Record($"m{number}", number))]);
        file = new KeptIndex(bench.Store.Reader, bench.Store.Options, clock, NullLogger<KeptIndex>.Instance);
        live = new LiveMatchIndex(bench.Store.Reader, file, clock, NullLogger<LiveMatchIndex>.Instance);
        await live.LoadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        live.Dispose();
        patience.Dispose();
        prepared.Dispose();
        clock.Dispose();
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task An_index_is_kept_once_it_has_settled_and_after_a_change_not_before_a_rest()
    {
        using var keeper = new IndexKeeper(live, file, clock, leastListings: 1);

        Assert.Equal([null, live.Current.Revision], KeptRevisionsOf(2));
        await bench.ImportAsync(People.Record("m6", 6));
        await live.RefreshAsync(patience.Token);
        Assert.Equal([live.Current.Revision - 1, live.Current.Revision - 1], KeptRevisionsOf(2));
        clock.Advance(IndexKeeper.RestAfter);
        Assert.Equal([live.Current.Revision], KeptRevisionsOf(1));

        IEnumerable<long?> KeptRevisionsOf(int looks) => [.. Enumerable.Range(0, looks).Select(_ =>
        {
            clock.Advance(IndexKeeper.LookEvery);
            keeper.Look(patience.Token);
            return KeptRevision();
        })];
    }

    [Fact]
    public async Task An_index_that_never_settles_is_kept_after_a_while()
    {
        using var keeper = new IndexKeeper(live, file, clock, leastListings: 1);
        await LookAsync(member: 6);
        await LookAsync(member: 7);
        Assert.Null(KeptRevision());

        clock.Advance(IndexKeeper.LongestWait);
        await LookAsync(member: 8);
        Assert.Equal(live.Current.Revision, KeptRevision());

        async Task LookAsync(int member)
        {
            await bench.ImportAsync(People.Record($"m{member}", member));
            await live.RefreshAsync(patience.Token);
            clock.Advance(IndexKeeper.LookEvery);
            keeper.Look(patience.Token);
        }
    }

    [Fact]
    public void What_the_file_holds_is_not_written_again_until_it_is_ready_for_another_day()
    {
        using var keeper = new IndexKeeper(live, file, clock, leastListings: 1);
        keeper.Look(patience.Token);
        keeper.Look(patience.Token);
        File.Delete(bench.Store.Options.IndexPath);

        clock.Advance(IndexKeeper.RestAfter);
        keeper.Look(patience.Token);
        Assert.Null(KeptRevision());
        clock.Advance(TimeSpan.FromDays(1));
        keeper.Look(patience.Token);
        Assert.Null(KeptRevision());
        foreach (var day in DaysInUse.At(clock.GetUtcNow(), live.Current.Knowledge))
            live.Current.PrepareFor(day);
        keeper.Look(patience.Token);
        Assert.NotNull(KeptRevision());
    }

    [Fact]
    public async Task A_small_index_is_not_kept()
    {
        using var keeper = new IndexKeeper(live, file, clock);
        await keeper.StartAsync(patience.Token);
        await clock.TimerMadeAsync(patience.Token);

        keeper.Look(patience.Token);
        keeper.Look(patience.Token);

        await keeper.StopAsync(CancellationToken.None);
        Assert.Null(KeptRevision());
    }

    [Fact]
    public async Task The_next_day_is_made_ready_within_the_hour_before_it_begins_in_the_first_state()
    {
        DateOnly today = new(2026, 11, 22), tomorrow = today.AddDays(1);
        using var ahead = new DayAhead(live, clock, prepared);
        await ahead.StartAsync(patience.Token);
        await clock.TimerMadeAsync(patience.Token);
        Assert.True(live.Current.IsReadyFor(today));
        Assert.False(live.Current.IsReadyFor(tomorrow));

        clock.Advance(TimeSpan.FromHours(1));
        await prepared.NextAsync(patience.Token);

        Assert.True(live.Current.IsReadyFor(today));
        Assert.True(live.Current.IsReadyFor(tomorrow));
        await ahead.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task An_index_that_was_kept_yesterday_serves_at_once_and_is_made_ready_for_today()
    {
        using var keeper = new IndexKeeper(live, file, clock, leastListings: 1);
        keeper.Look(patience.Token);
        keeper.Look(patience.Token);
        clock.Advance(TimeSpan.FromDays(1));
        using var next = new LiveMatchIndex(bench.Store.Reader, file, clock, NullLogger<LiveMatchIndex>.Instance);
        await next.LoadAsync(patience.Token);
        DateOnly today = new(2026, 11, 23);
        Assert.False(next.Current.IsReadyFor(today));

        using var ahead = new DayAhead(next, clock, prepared);
        await ahead.StartAsync(patience.Token);
        await prepared.NextAsync(patience.Token);

        Assert.True(next.Current.IsReadyFor(today));
        await ahead.StopAsync(CancellationToken.None);
    }

    private long? KeptRevision()
    {
        if (!File.Exists(bench.Store.Options.IndexPath))
            return null;
        using var opened = IndexFile.Open(bench.Store.Options.IndexPath);
        return opened.Contents.Revision;
    }
}
