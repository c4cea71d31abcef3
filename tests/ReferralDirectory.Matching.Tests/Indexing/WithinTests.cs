using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Indexing;

public sealed class WithinTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 100)]
    [InlineData(64, 100)]
    [InlineData(65, 3000)]
    [InlineData(1000, 25)]
    [InlineData(1000, 12_430)]
    [InlineData(5000, 400)]
    public void Exactly_the_listings_within_reach_are_found(int count, double reach)
    {
        var random = new Random(count);
        var points = Enumerable.Range(0, count).Select(_ => Anywhere()).ToArray();
        var index = Town.Compile(points.Select((point, i) => A.Therapist(i + 1).At(point).Build()));
        for (var i = 0; i < 50; i++)
        {
            var center = Anywhere();
            var expected = Enumerable.Range(0, count).Where(item => center.DistanceTo(points[item]).Value <= reach).Select(item => new TherapistId(item + 1));
            Assert.Equal(expected, index.Within(center, new Miles(reach), CancellationToken.None).Select(found => found.Therapist.Id).Order());
        }

        GeoPoint Anywhere() => GeoPoint.Create((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180);
    }

    [Fact]
    public void A_reach_of_nothing_finds_what_lies_on_the_spot() =>
        Assert.Equal(100, Town.Compile(Enumerable.Range(1, 100).Select(id => A.Therapist(id).At(Syracuse).Build())).Within(Syracuse, new Miles(0), CancellationToken.None).Count());

    [Fact]
    public void The_reach_is_inclusive()
    {
        var point = GeoPoint.Create(43.1, -76.3);
        var distance = Syracuse.DistanceTo(point).Value;
        var index = new Town(A.Therapist().At(point)).Index;
        Assert.Single(index.Within(Syracuse, new Miles(distance), CancellationToken.None));
        Assert.Empty(index.Within(Syracuse, new Miles(Math.BitDecrement(distance)), CancellationToken.None));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(25)]
    [InlineData(6_000)]
    public void A_few_yards_about_the_limit_the_miles_decide(double reach)
    {
        var points = AboutTheLimit(reach);
        var index = Town.Compile(points.Select((point, i) => A.Therapist(i + 1).At(point).Build()));
        var expected = points.Index().Where(point => Syracuse.DistanceTo(point.Item).Value <= reach).Select(point => new TherapistId(point.Index + 1)).ToList();
        Assert.InRange(expected.Count, 1, points.Length - 1);
        Assert.Equal(expected, index.Within(Syracuse, new Miles(reach), CancellationToken.None).Select(found => found.Therapist.Id).Order());
    }

    [Fact]
    public void A_few_yards_about_how_far_they_travel_the_miles_decide()
    {
        const double Travel = 20;
        var points = AboutTheLimit(Travel);
        var index = Town.Compile(points.Select((point, i) => A.Therapist(i + 1).At(point).HomeVisitsWithin(Travel).Build()));
        var expected = points.Count(point => Syracuse.DistanceTo(point).Value <= Travel);
        var answer = Ranker.Match(index, An.Order().Requiring(Preference.HomeVisit).Top(points.Length).Build(), Town.Options);
        Assert.InRange(expected, 1, points.Length - 1);
        Assert.Equal(expected, answer.Total);
        Assert.Equal(expected, answer.Results.Length);
    }

    /// <summary>South of Syracuse, up to nine yards nearer and farther, and some as near the limit as numbers get.</summary>
    private static GeoPoint[] AboutTheLimit(double miles)
    {
        const double MilesPerDegree = GeoPoint.EarthRadiusMiles * Math.PI / 180, Yard = 1 / 1760.0;
        return
        [
            .. Enumerable.Range(-200, 401)
                .Select(step => miles + (step < 0 ? -1 : 1) * 9 * Yard * Math.Pow(10, -Math.Abs(step) / 20.0))
                .Select(away => GeoPoint.Create(Syracuse.Latitude - (Math.Abs(away) / MilesPerDegree), Syracuse.Longitude)),
        ];
    }
}
