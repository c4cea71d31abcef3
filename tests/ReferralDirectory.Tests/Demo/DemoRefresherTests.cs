using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReferralDirectory.Demo;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Tests.Demo;

public sealed class DemoRefresherTests : IDisposable
{
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
    private readonly SmallSeed seed = new();
    private readonly ManualClock clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_server_that_runs_for_weeks_renews_its_demonstration()
    {
        using var renewals = new HeardLog<DemoRefresher>();
        await using var store = await seed.StoreAsync(clock, services => services.AddSingleton<ILogger<DemoRefresher>>(renewals));
        await store.Get<DemoSeed>().EnsureKnowledgeAsync(seed.Path, progress: null, patience.Token);
        await store.Get<DemoSeed>().SeedAsync(seed.Path, SeedKind.Demo, progress: null, patience.Token);
        var refresher = store.Get<IEnumerable<IHostedService>>().OfType<DemoRefresher>().Single();
        await refresher.StartAsync(patience.Token);
        await clock.TimerMadeAsync(patience.Token);

        clock.Advance(TimeSpan.FromDays(DemoSeed.RefreshAfterDays + 1));
        await renewals.NextAsync(patience.Token);
        await refresher.StopAsync(patience.Token);

        await using var context = store.Open();
        Assert.Equal(new DateOnly(2026, 6, 16), context.State.Single().DemoImportedOn);
    }

    [Fact]
    public async Task A_store_in_which_no_demonstration_was_wanted_never_gets_one_by_the_day()
    {
        await using var store = await seed.StoreAsync(clock);

        Assert.Equal(SeedOutcome.NotWanted, await store.Get<DemoSeed>().RefreshAsync(seed.Path, patience.Token));

        Assert.Empty(store.Reader.ReadAll(patience.Token).Therapists);
    }

    public void Dispose()
    {
        patience.Dispose();
        seed.Dispose();
        clock.Dispose();
    }
}
