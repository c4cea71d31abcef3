using System.Collections.Immutable;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Indexing;

public sealed class SpatialTilesTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 100)]
    [InlineData(64, 100)]
    [InlineData(65, 3000)]
    [InlineData(1000, 25)]
    [InlineData(1000, 12_430)]
    public void Exactly_the_points_within_reach_are_found(int count, double reach)
    {
        var random = new Random(count);
        ImmutableArray<GeoPoint> points = [.. Enumerable.Range(0, count).Select(_ => GeoPoint.Create((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180))];
        var tiles = new SpatialTiles(points);
        for (var i = 0; i < 50; i++)
        {
            var center = GeoPoint.Create((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180);
            var expected = Enumerable.Range(0, count).Where(item => center.DistanceTo(points[item]).Value <= reach);
            Assert.Equal(expected, tiles.Within(UnitVector.Of(center), new Miles(reach)).Select(found => found.Item).Order());
        }
    }

    [Fact]
    public void A_reach_of_nothing_finds_what_lies_on_the_spot()
    {
        var tiles = new SpatialTiles([.. Enumerable.Repeat(Syracuse, 100)]);
        Assert.Equal(100, tiles.Within(UnitVector.Of(Syracuse), new Miles(0)).Count());
    }

    [Fact]
    public void The_reach_is_inclusive()
    {
        var point = GeoPoint.Create(43.1, -76.3);
        var distance = Syracuse.DistanceTo(point).Value;
        var tiles = new SpatialTiles([point]);
        Assert.Single(tiles.Within(UnitVector.Of(Syracuse), new Miles(distance)));
        Assert.Empty(tiles.Within(UnitVector.Of(Syracuse), new Miles(Math.BitDecrement(distance))));
    }
}
