using System.Globalization;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Matching.Tests.Indexing;

public sealed class RecentTests
{
    private readonly List<int> made = [];

    [Fact]
    public void What_is_in_use_stays_however_many_others_come_and_go()
    {
        var recent = Recent(kept: 4);
        for (var other = 1; other <= 20; other++)
        {
            recent.For(0);
            recent.For(other);
        }

        Assert.Single(made, 0);
    }

    [Fact]
    public void As_many_as_are_kept_are_made_once_however_often_they_are_asked_for()
    {
        var recent = Recent(kept: 4);
        for (var round = 0; round < 5; round++)
            Assert.Equal(["0", "1", "2", "3"], Enumerable.Range(0, 4).Select(recent.For));

        Assert.Equal([0, 1, 2, 3], made);
    }

    [Fact]
    public void Of_those_that_nobody_asked_for_again_the_oldest_goes()
    {
        var recent = Recent(kept: 3);
        foreach (var key in (int[])[1, 2, 3, 1, 4])
            recent.For(key);

        Assert.Equal([true, false, true, true], Enumerable.Range(1, 4).Select(recent.Has));
    }

    private Recent<int, string> Recent(int kept) => new(kept, key =>
    {
        made.Add(key);
        return key.ToString(CultureInfo.InvariantCulture);
    });
}
