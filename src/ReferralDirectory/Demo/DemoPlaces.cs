using System.Collections.Frozen;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>
/// Where invented people work: states by their population, and within a state the ZIPs by how closely they lie together, since the Census
/// draws small ZIP areas where many people live. Three cities get more, for the sake of the examples.
/// </summary>
internal sealed class DemoPlaces
{
    private const double CellsPerDegree = 10;

    private static readonly (string City, string State, int Percent)[] ExampleCities = [("Syracuse", "NY", 3), ("Boulder", "CO", 2), ("Seattle", "WA", 3)];

    private readonly PlaceTable places;
    private readonly FrozenDictionary<StateCode, WeightedZips> zipsByState;
    private readonly ZipPoint[][] exampleZips;

    public DemoPlaces(PlaceTable places)
    {
        this.places = places;
        var areas = places.Points.Where(place => place.Precision == PlacePrecision.Zip && DemoState.ByCode.ContainsKey(place.State)).ToArray();
        var counts = areas.CountBy(place => CellOf(place.Point)).ToFrozenDictionary();
        zipsByState = areas.GroupBy(place => place.State)
            .ToFrozenDictionary(zips => zips.Key, zips => new WeightedZips([.. zips], place => WeightOf(Neighbours(place, counts))));
        exampleZips = [.. ExampleCities.Select(example =>
            areas.Where(place => place.City == example.City && place.State == StateCode.Parse(example.State)).ToArray())];
    }

    /// <summary>The home ZIP of person <paramref name="index"/>. The first 51 go one to each state, so that none is empty.</summary>
    public Place Choose(int index, Chance chance)
    {
        if (index < DemoState.All.Count)
            return Describe(zipsByState[DemoState.All[index].State].Choose(chance));
        var percent = chance.Below(100);
        for (var i = 0; i < ExampleCities.Length; i++)
        {
            if ((percent -= ExampleCities[i].Percent) < 0)
                return Describe(chance.Of(exampleZips[i]));
        }

        return Describe(zipsByState[ChooseState(chance)].Choose(chance));
    }

    /// <summary>Another ZIP of the same state within some miles; the same one where there is none.</summary>
    public Place Nearby(Place place, Chance chance)
    {
        var other = places.Nearest(Shift(place.Point, chance.Between(-15, 15) / 100.0, chance.Between(-15, 15) / 100.0));
        return other.State == place.State && other.Precision == PlacePrecision.Zip ? other : place;
    }

    /// <summary>The state across the border, for those who live near one.</summary>
    public StateCode? StateAcrossTheBorder(Place place)
    {
        (double Latitude, double Longitude)[] steps = [(0.4, 0), (-0.4, 0), (0, 0.5), (0, -0.5)];
        foreach (var (latitude, longitude) in steps)
        {
            var state = places.Nearest(Shift(place.Point, latitude, longitude)).State;
            if (state != place.State && DemoState.ByCode.ContainsKey(state))
                return state;
        }

        return null;
    }

    /// <summary>A door within the ZIP, to a ten-thousandth of a degree.</summary>
    public static (decimal Latitude, decimal Longitude) DoorIn(Place place, Chance chance)
    {
        // A degree of latitude is 69 miles.
        var reach = (int)(10_000 * place.Uncertainty.Value / 69);
        return (Round(place.Point.Latitude) + (chance.Between(-reach, reach) / 10_000m), Round(place.Point.Longitude) + (chance.Between(-reach, reach) / 10_000m));
    }

    private Place Describe(ZipPoint zip) => places.Find(zip.Code)!;

    private static decimal Round(double degrees) => Math.Round((decimal)degrees, 4);

    private static StateCode ChooseState(Chance chance)
    {
        var rest = chance.Below(DemoState.All.Sum(state => state.Population));
        return DemoState.All.First(state => (rest -= state.Population) < 0).State;
    }

    private static GeoPoint Shift(GeoPoint point, double latitude, double longitude) =>
        GeoPoint.Create(Math.Clamp(point.Latitude + latitude, -90, 90), Math.Clamp(point.Longitude + longitude, -180, 180));

    private static (int, int) CellOf(GeoPoint point) => ((int)Math.Floor(point.Latitude * CellsPerDegree), (int)Math.Floor(point.Longitude * CellsPerDegree));

    private static int Neighbours(ZipPoint place, FrozenDictionary<(int, int), int> counts)
    {
        var (row, column) = CellOf(place.Point);
        var sum = 0;
        for (var i = -1; i <= 1; i++)
        {
            for (var j = -1; j <= 1; j++)
                sum += counts.GetValueOrDefault((row + i, column + j));
        }

        return sum;
    }

    /// <summary>The count to the power of three quarters. Square roots are exact everywhere; Math.Pow is not.</summary>
    private static int WeightOf(int neighbours) => (int)(100 * Math.Sqrt(neighbours * Math.Sqrt(neighbours)));

    private sealed class WeightedZips
    {
        private readonly ZipPoint[] zips;
        private readonly int[] sums;

        public WeightedZips(ZipPoint[] zips, Func<ZipPoint, int> weightOf)
        {
            this.zips = zips;
            var sum = 0;
            sums = Array.ConvertAll(zips, place => sum += weightOf(place));
        }

        public ZipPoint Choose(Chance chance)
        {
            var found = Array.BinarySearch(sums, chance.Below(sums[^1]) + 1);
            return zips[found < 0 ? ~found : found];
        }
    }
}
