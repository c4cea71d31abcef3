using System.Diagnostics.CodeAnalysis;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>A distance in international miles (1,609.344 m), zero or more.</summary>
public readonly record struct Miles(double Value) : IComparable<Miles>
{
    public int CompareTo(Miles other) => Value.CompareTo(other.Value);

    public override string ToString() => FormattableString.Invariant($"{Value:0.0} mi");
}

/// <summary>A five-digit ZIP code. Text, because of its leading zeros; a ZIP+4 is cut to its first five digits.</summary>
public readonly record struct ZipCode : IComparable<ZipCode>
{
    private readonly string? value;

    private ZipCode(string value) => this.value = value;

    public string Value => value ?? "";

    public static bool TryParse([NotNullWhen(true)] string? text, out ZipCode zip)
    {
        var five = text switch
        {
            { Length: 5 or 9 } => text,
            { Length: 10 } when text[5] == '-' => text.Remove(5, 1),
            _ => null,
        };
        var valid = five is not null && five.All(char.IsAsciiDigit);
        zip = valid ? new ZipCode(five![..5]) : default;
        return valid;
    }

    /// <summary>For the text of a ZIP code, or of none: nothing is checked again.</summary>
    internal static ZipCode OfValue(string value) => value.Length == 0 ? default : new ZipCode(value);

    public int CompareTo(ZipCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>
/// A point in degrees, WGS 84. Distances are great-circle distances on the sphere of mean radius 6,371.0088 km (3,958.7613 miles),
/// within 0.56 % of the geodesic.
/// </summary>
public readonly record struct GeoPoint
{
    public const double EarthRadiusMiles = 3958.761_315_8;

    private GeoPoint(double latitude, double longitude) => (Latitude, Longitude) = (latitude, longitude);

    /// <summary>−90 … 90.</summary>
    public double Latitude { get; }

    /// <summary>−180 … 180.</summary>
    public double Longitude { get; }

    public static bool TryCreate(double latitude, double longitude, out GeoPoint point)
    {
        var valid = latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
        point = valid ? new GeoPoint(latitude, longitude) : default;
        return valid;
    }

    /// <summary>For coordinates known to be good.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is outside its range or not a number.</exception>
    public static GeoPoint Create(double latitude, double longitude) =>
        TryCreate(latitude, longitude, out var point)
            ? point
            : throw new ArgumentOutOfRangeException(nameof(latitude), $"({latitude}, {longitude}) is not a latitude and a longitude.");

    public Miles DistanceTo(GeoPoint other) => UnitVector.Of(this).DistanceTo(UnitVector.Of(other));
}

/// <summary>A point on the unit sphere: distances without trigonometry, dateline or pole. What the index stores.</summary>
public readonly record struct UnitVector(double X, double Y, double Z)
{
    public static UnitVector Of(GeoPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return new UnitVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>The squared straight line through the sphere: grows with the distance, so it serves for comparisons.</summary>
    public double SquaredChordTo(UnitVector other)
    {
        double x = X - other.X, y = Y - other.Y, z = Z - other.Z;
        return (x * x) + (y * y) + (z * z);
    }

    public Miles DistanceTo(UnitVector other) => MilesOfSquaredChord(SquaredChordTo(other));

    /// <summary>Never more than the distance of points at that chord, and without trigonometry.</summary>
    internal static double LeastMilesOfChord(double chord) => chord * GeoPoint.EarthRadiusMiles * (1 - 1e-12);

    public static Miles MilesOfSquaredChord(double squaredChord) =>
        new(2 * GeoPoint.EarthRadiusMiles * Math.Asin(Math.Min(1, Math.Sqrt(squaredChord) / 2)));

    public static double SquaredChordOf(Miles distance)
    {
        var half = Math.Sin(Math.Min(Math.PI / 2, distance.Value / (2 * GeoPoint.EarthRadiusMiles)));
        return 4 * half * half;
    }
}
