using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vocabulary;

public sealed class PlacesTests
{
    private static readonly double HalfWayRound = Math.PI * GeoPoint.EarthRadiusMiles;

    private static double Distance(double latitude1, double longitude1, double latitude2, double longitude2) =>
        GeoPoint.Create(latitude1, longitude1).DistanceTo(GeoPoint.Create(latitude2, longitude2)).Value;

    [Fact]
    public void From_new_york_to_los_angeles_it_is_2445_miles() => Assert.Equal(2445.6, Distance(40.7128, -74.0060, 34.0522, -118.2437), 0.5);

    [Fact]
    public void Across_the_antimeridian_it_is_near() => Assert.Equal(Distance(-14, 0, -14, .2), Distance(-14, 179.9, -14, -179.9), 1e-9);

    [Fact]
    public void At_the_pole_every_longitude_is_one_place() => Assert.Equal(0, Distance(90, 0, 90, 123), 1e-9);

    [Fact]
    public void To_the_other_side_of_the_earth_it_is_half_way_round() => Assert.Equal(HalfWayRound, Distance(40, -76, -40, 104), 1e-3);

    [Fact]
    public void A_place_lies_exactly_at_itself() => Assert.Equal(0.0, Distance(43.05, -76.15, 43.05, -76.15));

    [Theory]
    [InlineData(0)]
    [InlineData(0.001)]
    [InlineData(25)]
    [InlineData(6000)]
    public void A_chord_and_its_distance_are_one_another_s_inverse(double miles) =>
        Assert.Equal(miles, UnitVector.MilesOfSquaredChord(UnitVector.SquaredChordOf(new Miles(miles))).Value, 1e-6);

    [Theory]
    [InlineData(91, 0)]
    [InlineData(0, 180.1)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void What_is_no_point_on_earth_is_refused(double latitude, double longitude)
    {
        Assert.False(GeoPoint.TryCreate(latitude, longitude, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => GeoPoint.Create(latitude, longitude));
    }
}
