using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Geocoding;

/// <summary>Pairs of US points with the WGS 84 geodesic, as GeographicLib's GeodSolve gives it, and the great-circle distance.</summary>
public sealed class DistanceTests
{
    private const double MetresPerMile = 1609.344;

    [Fact]
    public void The_great_circle_distance_is_within_half_a_percent_of_the_geodesic() =>
        Assert.All(Pairs(), pair => Assert.InRange(pair.Miles * MetresPerMile / pair.GeodesicMetres, 1 - 0.0056, 1 + 0.0056));

    [Fact]
    public void The_great_circle_distance_is_computed_to_a_millionth() =>
        Assert.All(Pairs(), pair => Assert.InRange(pair.Miles * MetresPerMile / pair.HaversineMetres, 1 - 1e-6, 1 + 1e-6));

    private static IEnumerable<(double Miles, double GeodesicMetres, double HaversineMetres)> Pairs() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Geocoding", "Fixtures", "us-zip-pairs.csv")).Skip(1).Select(line =>
        {
            var cells = line.Split(',');
            var miles = GeoPoint.Create(Number(cells[2]), Number(cells[3])).DistanceTo(GeoPoint.Create(Number(cells[5]), Number(cells[6]))).Value;
            return (miles, Number(cells[7]), Number(cells[9]));
        });

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
