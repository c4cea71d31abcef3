using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.LiveIndex;

public sealed class LiveMatchIndexTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Nothing_is_answered_before_the_first_load()
    {
        await using var store = await StoreAsync();
        var index = store.Get<LiveMatchIndex>();

        Assert.False(index.IsReady);
        Assert.Null(index.LoadedAt);
        Assert.Throws<InvalidOperationException>(() => index.Current);
        await index.LoadAsync(CancellationToken.None);
        Assert.True(index.IsReady);
    }

    [Fact]
    public async Task A_refresh_swaps_the_index_only_when_the_store_moved_on()
    {
        await using var store = await StoreAsync();
        var index = store.Get<LiveMatchIndex>();
        await index.LoadAsync(CancellationToken.None);
        var before = index.Current;

        await index.RefreshAsync(CancellationToken.None);
        Assert.Same(before, index.Current);
        await store.WriteAsync(unit => unit.NoteOrganizations());
        await index.RefreshAsync(CancellationToken.None);

        Assert.Equal((0, 1), (before.Revision, index.Current.Revision));
    }

    [Fact]
    public async Task A_refresh_that_fails_keeps_the_index_and_is_counted()
    {
        await using var store = await StoreAsync();
        var index = store.Get<LiveMatchIndex>();
        await index.LoadAsync(CancellationToken.None);
        var before = index.Current;
        await using (var context = store.Open())
            await context.Database.ExecuteSqlAsync($"ALTER TABLE \"State\" RENAME TO \"Gone\"");

        await index.RefreshAsync(CancellationToken.None);

        Assert.Same(before, index.Current);
        Assert.Equal(1, index.FailedRefreshes);
    }

    [Fact]
    public async Task After_a_failure_nothing_is_tried_for_a_while_and_after_the_next_one_for_longer()
    {
        using var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        await using var store = await TemporaryStore.CreateAsync(configure: services => services.AddLiveIndex().AddSingleton<TimeProvider>(clock));
        var index = store.Get<LiveMatchIndex>();
        await index.LoadAsync(CancellationToken.None);
        await using var context = store.Open();
        await context.Database.ExecuteSqlAsync($"ALTER TABLE \"State\" RENAME TO \"Gone\"");

        Assert.Equal(1, await FailuresAfterAsync(TimeSpan.Zero));
        Assert.Equal(1, await FailuresAfterAsync(TimeSpan.FromMilliseconds(900)));
        Assert.Equal(2, await FailuresAfterAsync(TimeSpan.FromMilliseconds(100)));
        Assert.Equal(2, await FailuresAfterAsync(TimeSpan.FromMilliseconds(1_900)));
        Assert.Equal(3, await FailuresAfterAsync(TimeSpan.FromMilliseconds(100)));

        await context.Database.ExecuteSqlAsync($"ALTER TABLE \"Gone\" RENAME TO \"State\"");
        await store.WriteAsync(unit => unit.NoteOrganizations());
        Assert.Equal(3, await FailuresAfterAsync(TimeSpan.FromSeconds(4)));
        Assert.Equal(1, index.Current.Revision);

        async Task<long> FailuresAfterAsync(TimeSpan wait)
        {
            clock.Advance(wait);
            await index.RefreshAsync(CancellationToken.None);
            return index.FailedRefreshes;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_of_this_process_is_followed_by_its_signal_and_one_of_another_by_the_next_look(bool byAnotherProcess)
    {
        // It stands still: nobody looks by the hour.
        using var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        using var compilations = new HeardLog<LiveMatchIndex>();
        await using var store = await TemporaryStore.CreateAsync(configure: services =>
            services.AddLiveIndex().AddSingleton<TimeProvider>(clock).AddSingleton<ILogger<LiveMatchIndex>>(compilations));
        await using var other = store.OpenAgain();
        var index = store.Get<LiveMatchIndex>();
        using var patience = new CancellationTokenSource(Patience);
        await index.LoadAsync(patience.Token);
        await compilations.NextAsync(patience.Token);
        var refresher = store.Get<IEnumerable<IHostedService>>().OfType<LiveIndexRefresher>().Single();
        await refresher.StartAsync(patience.Token);
        await clock.TimerMadeAsync(patience.Token);

        await (byAnotherProcess ? other : store).WriteAsync(unit => unit.NoteOrganizations());
        if (byAnotherProcess)
            clock.Advance(LiveIndexRefresher.PollEvery);

        await compilations.NextAsync(patience.Token);
        await refresher.StopAsync(CancellationToken.None);
        Assert.Equal(1, index.Current.Revision);
    }

    private static Task<TemporaryStore> StoreAsync() => TemporaryStore.CreateAsync(configure: services => services.AddLiveIndex());
}
