using System.Text;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Geocoding;

/// <summary>The cities of the ZIP points. Built when the first city is asked for.</summary>
internal sealed class CityTable
{
    private readonly (string Key, ZipPoint[] Points)[] cities;
    private readonly Func<ZipPoint, Miles> uncertaintyOf;

    public CityTable(ZipPoint[] points, Func<ZipPoint, Miles> uncertaintyOf)
    {
        this.uncertaintyOf = uncertaintyOf;
        cities = [.. points
            .GroupBy(point => (Name: Fold(point.City), point.State))
            .OrderBy(city => city.Key.Name, StringComparer.Ordinal).ThenBy(city => city.Key.State)
            .Select(city => (city.Key.Name, city.ToArray()))];
    }

    public Place? Find(string city, StateCode state)
    {
        var name = Fold(city);
        var found = From(name).TakeWhile(row => row.Key == name).FirstOrDefault(row => row.Points[0].State == state);
        return found.Points is null ? null : Middle(found.Points);
    }

    public FoundPlaces Search(string text, int limit)
    {
        var (name, state) = SplitState(text);
        // A last word may be unfinished: "St" begins Stamford as well as Saint Louis.
        string[] prefixes = [Fold(name), Letters(name)];
        var found = prefixes.Where(prefix => prefix.Length > 0).Distinct(StringComparer.Ordinal)
            .SelectMany(prefix => From(prefix).TakeWhile(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(row => state is null || row.Points[0].State == state)
            .OrderByDescending(row => row.Points.Length).ThenBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Points[0].State)
            .ToList();
        return new FoundPlaces([.. found.Take(limit).Select(row => Middle(row.Points))], found.Count);
    }

    /// <summary>Upper case without punctuation; <c>St.</c> is <c>SAINT</c>, <c>Ft.</c> <c>FORT</c>, <c>Mt.</c> <c>MOUNT</c>.</summary>
    private static string Fold(string name) => string.Join(' ', Letters(name).Split(' ').Select(
        word => word switch { "ST" => "SAINT", "STE" => "SAINTE", "FT" => "FORT", "MT" => "MOUNT", _ => word }));

    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character))
                letters.Append(char.ToUpperInvariant(character));
            else if (character is not ('\'' or '.' or '’'))
                letters.Append(' ');
        }

        return string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary><c>Portland, OR</c> names a state; <c>Orland</c> does not.</summary>
    private static (string Name, StateCode? State) SplitState(string text)
    {
        var comma = text.LastIndexOf(',');
        return comma >= 0 && StateCode.TryParse(text[(comma + 1)..].Trim(), out var state) ? (text[..comma], state) : (text, null);
    }

    /// <summary>
    /// The middle of the points that can be trusted; all of them where none can. A person of the city is as far from it as its
    /// middle-most ZIP point, or as that point's own uncertainty.
    /// </summary>
    private Place Middle(ZipPoint[] points)
    {
        var trusted = points.Where(point => point.Precision == PlacePrecision.Zip).ToArray();
        var used = trusted.Length > 0 ? trusted : points;
        var vectors = Array.ConvertAll(used, point => UnitVector.Of(point.Point));
        var middle = PointAlong(new UnitVector(vectors.Sum(v => v.X), vectors.Sum(v => v.Y), vectors.Sum(v => v.Z)));
        var middlemost = used.OrderBy(point => middle.DistanceTo(point.Point)).ElementAt(used.Length / 2);
        var uncertainty = Math.Max(middle.DistanceTo(middlemost.Point).Value, uncertaintyOf(middlemost).Value);
        var counties = points.Select(point => point.County).Distinct(StringComparer.Ordinal).ToArray();
        return new Place(null, middle, points[0].City, points[0].State, counties.Length == 1 ? counties[0] : null, PlacePrecision.City,
            new Miles(uncertainty));
    }

    private static GeoPoint PointAlong(UnitVector sum) => GeoPoint.Create(
        double.RadiansToDegrees(Math.Atan2(sum.Z, Math.Sqrt((sum.X * sum.X) + (sum.Y * sum.Y)))), double.RadiansToDegrees(Math.Atan2(sum.Y, sum.X)));

    private IEnumerable<(string Key, ZipPoint[] Points)> From(string key)
    {
        int low = 0, high = cities.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(cities[middle].Key, key) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return cities.Skip(low);
    }
}
