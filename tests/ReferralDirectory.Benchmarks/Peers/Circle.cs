using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>A circle on the sphere, as databases without a sphere look it up: ranges of latitude and longitude that hold all of it, and a little more.</summary>
internal sealed class Circle
{
    private const double Hair = 1e-7;

    private readonly double radius;

    public Circle(GeoPoint center, Miles radius)
    {
        (Center, this.radius) = (center, radius.Value / GeoPoint.EarthRadiusMiles);
        South = Math.Max(-90, center.Latitude - double.RadiansToDegrees(this.radius) - Hair);
        North = Math.Min(90, center.Latitude + double.RadiansToDegrees(this.radius) + Hair);
    }

    public GeoPoint Center { get; }

    public double South { get; }

    public double North { get; }

    /// <summary>The longitudes that the circle reaches between two latitudes; two ranges where it crosses the antimeridian.</summary>
    public IEnumerable<(double West, double East)> LongitudesBetween(double south, double north)
    {
        var half = HalfWidth(Math.Max(south, South), Math.Min(north, North));
        var (west, east) = (Center.Longitude - half, Center.Longitude + half);
        if (half >= 180)
            return [(-180, 180)];
        if (west < -180)
            return [(west + 360, 180), (-180, east)];
        return east > 180 ? [(west, 180), (-180, east - 360)] : [(west, east)];
    }

    /// <summary>In degrees, at the latitude between the two where the circle is widest.</summary>
    private double HalfWidth(double south, double north)
    {
        var (sinCenter, cosCenter) = Math.SinCos(double.DegreesToRadians(Center.Latitude));
        var widest = Math.Clamp(double.RadiansToDegrees(Math.Asin(Math.Clamp(sinCenter / Math.Cos(radius), -1, 1))), south, north);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(widest));
        var cosHalf = (Math.Cos(radius) - (sinCenter * sin)) / Math.Max(1e-300, cosCenter * cos);
        return double.RadiansToDegrees(Math.Acos(Math.Clamp(cosHalf, -1, 1))) + Hair;
    }
}
