using System.Globalization;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.LinkageWorld;

/// <summary>Twelve states, six cities in each, ten ZIP codes in each city.</summary>
internal sealed class Atlas(Random chance)
{
    private const int Cities = 6;
    private const int ZipsOfACity = 10;

    private static readonly (string State, int FirstZip, double Latitude, double Longitude, int Weight)[] States =
    [
        ("CA", 90100, 36.5, -119.5, 12), ("TX", 75100, 31, -98, 9), ("FL", 32100, 28.5, -82, 8), ("NY", 10100, 42.5, -75, 7), ("WA", 98100, 47.4, -120.5, 5), ("OR", 97100, 44, -121, 4),
        ("CO", 80100, 39, -105.5, 4), ("IL", 60100, 40, -89, 4), ("PA", 15100, 41, -77.5, 4), ("OH", 43100, 40.3, -82.8, 4), ("NC", 27100, 35.5, -79.5, 4), ("AZ", 85100, 34, -111.8, 3),
    ];

    private static readonly string[] Streets =
        "Main Oak Maple Cedar Pine Elm Washington Lake Hill Walnut Spring Park River Church Chestnut Franklin Jefferson Union Market Highland Lincoln Sunset Mill Center Ridge Meadow Prospect Valley Forest Summit Grove Garden Broad College Madison".Split(' ');

    private static readonly string[] Kinds = ["Street", "Avenue", "Road", "Drive", "Boulevard", "Lane", "Court", "Place"];

    public string State()
    {
        var at = chance.Next(States.Sum(state => state.Weight));
        return States.First(state => (at -= state.Weight) < 0).State;
    }

    public string OtherState(string than)
    {
        var other = State();
        return other == than ? OtherState(than) : other;
    }

    public Spot Spot(string state)
    {
        var (_, firstZip, latitude, longitude, _) = States.First(each => each.State == state);
        var city = chance.Next(Cities);
        var zip = (city * ZipsOfACity) + chance.Next(ZipsOfACity);
        var town = new Random((firstZip * 31) + city);
        var corner = new Random(((firstZip + zip) * 17) + 5);
        var point = GeoPoint.Create(
            latitude + (3 * (town.NextDouble() - .5)) + (.3 * (corner.NextDouble() - .5)), longitude + (4 * (town.NextDouble() - .5)) + (.3 * (corner.NextDouble() - .5)));
        var line = string.Create(CultureInfo.InvariantCulture, $"{chance.Next(1, 40) * chance.Next(1, 120)} {Streets[chance.Next(Streets.Length)]} {Kinds[chance.Next(Kinds.Length)]}");
        var code = (firstZip + zip).ToString("D5", CultureInfo.InvariantCulture);
        return new Spot(new PostalAddress(line, null, $"City {city}", StateCode.Parse(state), ZipCode.TryParse(code, out var parsed) ? parsed : throw new InvalidOperationException(code)), point);
    }

    /// <summary>Ten digits that a North American number may have.</summary>
    public string Phone(string state)
    {
        var area = 200 + (Array.FindIndex(States, each => each.State == state) * 53) + chance.Next(6);
        return string.Create(CultureInfo.InvariantCulture, $"{area}{chance.Next(200, 999)}{chance.Next(10_000):D4}");
    }
}
