using System.Runtime;
using ReferralDirectory.LiveIndex;

namespace ReferralDirectory.Tests.LiveIndex;

/// <summary>
/// Whether the system has so much memory left is its own business: a rest that is refused is no failure. Alone in the process: what other
/// tests allocate meanwhile would count as said here.
/// </summary>
[Collection(nameof(CollectorRestTests))]
[CollectionDefinition(nameof(CollectorRestTests), DisableParallelization = true)]
public sealed class CollectorRestTests
{
    private const long Large = 64 * 1024 * 1024;

    [Fact]
    public void The_collector_is_let_in_again_each_time()
    {
        for (var time = 0; time < 2; time++)
        {
            CollectorRest.TryBegin(Large)?.Dispose();
            Assert.NotEqual(GCLatencyMode.NoGCRegion, GCSettings.LatencyMode);
        }
    }

    [Fact]
    public void Two_who_want_it_away_at_once_do_no_harm()
    {
        using (CollectorRest.TryBegin(Large))
        using (CollectorRest.TryBegin(Large))
        {
            GC.KeepAlive(new byte[1024]);
        }

        Assert.NotEqual(GCLatencyMode.NoGCRegion, GCSettings.LatencyMode);
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(long.MaxValue)]
    public void Nobody_keeps_it_away_for_little_or_for_more_than_there_is(long bytes) => Assert.Null(CollectorRest.TryBegin(bytes));
}
