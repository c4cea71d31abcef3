using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>
/// Parallel bands of latitude: a table sorted by (question, band, longitude) answers a circle with one range for each band, and reads
/// few rows outside of it. One degree measured better than a half and a tenth: most insurers are small, and each range costs a descent.
/// </summary>
internal static class Bands
{
    private const double Degrees = 1;

    public static int Of(double latitude) => (int)Math.Floor(latitude / Degrees);

    /// <summary>The ranges that a circle touches, the nearest band first.</summary>
    public static BandRange[] Around(Circle circle)
    {
        var latitude = circle.Center.Latitude;
        var middle = Of(latitude);
        var (first, last) = (Of(circle.South), Of(circle.North));
        return
        [
            .. Enumerable.Range(first, last - first + 1)
                .OrderBy(band => Math.Abs(band - middle))
                .SelectMany(
                    band => circle.LongitudesBetween(band * Degrees, (band + 1) * Degrees),
                    (band, range) => new BandRange(band, range.West, range.East, MilesTo(band, latitude))),
        ];
    }

    private static double MilesTo(int band, double latitude)
    {
        var nearest = Math.Clamp(latitude, band * Degrees, (band + 1) * Degrees);
        return double.DegreesToRadians(Math.Abs(latitude - nearest)) * GeoPoint.EarthRadiusMiles * (1 - 1e-9);
    }
}

/// <param name="Band">Its number.</param>
/// <param name="West">Of the longitudes that the circle reaches in it.</param>
/// <param name="East">Of the same.</param>
/// <param name="Miles">Nothing in the band is nearer.</param>
internal readonly record struct BandRange(int Band, double West, double East, double Miles);
