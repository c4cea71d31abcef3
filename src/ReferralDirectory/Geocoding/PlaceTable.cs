using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Geocoding;

/// <summary>The ZIP points of the United States in memory, read from one file: answers offline. Immutable, thread-safe.</summary>
internal sealed class PlaceTable
{
    /// <summary>Reads <c>us-zip-points.csv.gz</c>.</summary>
    public static PlaceTable Load(string path) => throw new NotSupportedException();

    public Place? Find(ZipCode zip) => throw new NotSupportedException();

    /// <summary>The middle of a city's ZIP points; null when the state has no such city.</summary>
    public Place? FindCity(string city, StateCode state) => throw new NotSupportedException();

    /// <summary>The place whose point is nearest: says in which state a coordinate lies.</summary>
    public Place Nearest(GeoPoint point) => throw new NotSupportedException();

    /// <summary>Type-ahead over ZIP prefixes and city names.</summary>
    public IReadOnlyList<Place> Search(string text, int limit) => throw new NotSupportedException();
}

/// <summary>A ZIP's or a city's middle.</summary>
/// <param name="Zip">Null for a city.</param>
/// <param name="Precision">How far the point can be trusted.</param>
/// <param name="Uncertainty">Half the distance to the neighbouring points: how far a person of this place may be from the point.</param>
internal sealed record Place(ZipCode? Zip, GeoPoint Point, string City, StateCode State, string? County, PlacePrecision Precision, Miles Uncertainty);

internal enum PlacePrecision { Zip, Point, Approximate, City, Coordinates }
