using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Geocoding;

/// <summary>The ZIP points of the United States in memory, read from one file: answers offline. Immutable, thread-safe.</summary>
internal sealed class PlaceTable
{
    private static readonly Miles FarthestFromAnyPlace = new(150);

    private readonly ZipPoint[] points;
    private readonly int[] zips;
    private readonly Place?[] described;
    private readonly Lazy<NearestPoints> nearest;
    private readonly Lazy<CityTable> cities;

    private PlaceTable(ZipPoint[] points)
    {
        this.points = points;
        zips = Array.ConvertAll(points, point => point.Zip);
        described = new Place?[points.Length];
        nearest = new Lazy<NearestPoints>(() => new NearestPoints(points));
        cities = new Lazy<CityTable>(() => new CityTable(points, point => nearest.Value.UncertaintyOf(point)));
    }

    /// <summary>Every ZIP, in order.</summary>
    public IReadOnlyList<ZipPoint> Points => points;

    /// <summary>Reads <c>us-zip-points.csv.gz</c>.</summary>
    /// <exception cref="InvalidDataException">The file is not what the product ships.</exception>
    public static PlaceTable Load(string path) => new(ZipPointFile.Read(path));

    public Place? Find(ZipCode zip) => TryIndexOf(zip, out var index) ? Describe(index) : null;

    /// <summary>The middle of a city's ZIP points; null when the state has no such city.</summary>
    public Place? FindCity(string city, StateCode state) => cities.Value.Find(city, state);

    /// <summary>The point itself, with the names of the nearest place; null when it lies far from all of them, in no state that is known.</summary>
    public Place? FindPoint(GeoPoint point)
    {
        var near = Nearest(point);
        return near.Point.DistanceTo(point).Value <= FarthestFromAnyPlace.Value
            ? near with { Zip = null, Point = point, Precision = PlacePrecision.Coordinates, Uncertainty = new Miles(0) }
            : null;
    }

    /// <summary>The place whose point is nearest: says in which state a coordinate lies.</summary>
    public Place Nearest(GeoPoint point) => Describe(nearest.Value.Of(UnitVector.Of(point), 1)[0].Index);

    /// <summary>Type-ahead over ZIP prefixes and city names; <c>Portland, OR</c> narrows to a state. Larger cities come first.</summary>
    public FoundPlaces Search(string text, int limit)
    {
        var wanted = text.Trim();
        if (wanted.Length == 0 || limit <= 0)
            return FoundPlaces.None;
        return char.IsAsciiDigit(wanted[0]) ? ZipsThatBeginWith(wanted, limit) : cities.Value.Search(wanted, limit);
    }

    private FoundPlaces ZipsThatBeginWith(string digits, int limit)
    {
        if (digits.Length > 5 || !digits.All(char.IsAsciiDigit))
            return FoundPlaces.None;
        var lowest = ZipPointFile.NumberOf(digits.PadRight(5, '0'));
        var highest = ZipPointFile.NumberOf(digits.PadRight(5, '9'));
        var start = Array.BinarySearch(zips, lowest);
        var found = Enumerable.Range(0, points.Length).Skip(start < 0 ? ~start : start).TakeWhile(index => zips[index] <= highest).ToList();
        return new FoundPlaces([.. found.Take(limit).Select(Describe)], found.Count);
    }

    private bool TryIndexOf(ZipCode zip, out int index)
    {
        index = zip.Value.Length == 5 ? Array.BinarySearch(zips, ZipPointFile.NumberOf(zip.Value)) : -1;
        return index >= 0;
    }

    /// <summary>Kept: how far neighbouring points are is asked for again with every request from the place.</summary>
    private Place Describe(int index) => described[index] ??= Describe(points[index]);

    private Place Describe(ZipPoint point) => new(
        point.Code, point.Point, point.City, point.State, point.County, point.Precision, nearest.Value.UncertaintyOf(point));
}

/// <summary>A ZIP's or a city's middle, or a point with the names of the place nearest to it.</summary>
/// <param name="Zip">Null for a city and a point.</param>
/// <param name="Precision">How far the point can be trusted.</param>
/// <param name="Uncertainty">Half the distance to the neighbouring points: how far a person of this place may be from the point.</param>
internal sealed record Place(ZipCode? Zip, GeoPoint Point, string City, StateCode State, string? County, PlacePrecision Precision, Miles Uncertainty);

/// <param name="Shown">As many as were asked for.</param>
/// <param name="Total">All that fit.</param>
internal sealed record FoundPlaces(IReadOnlyList<Place> Shown, int Total)
{
    public static FoundPlaces None { get; } = new([], 0);
}

internal enum PlacePrecision { Zip, Point, Approximate, City, Coordinates }
