using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Geocoding;

/// <summary>A place in one word of a query: a ZIP code, <c>latitude,longitude</c>, or <c>City, ST</c>.</summary>
internal static class NearPlace
{
    public static Place? Find(string text, PlaceTable places)
    {
        if (ZipCode.TryParse(text.Trim(), out var zip))
            return places.Find(zip);
        var comma = text.LastIndexOf(',');
        if (comma < 0)
            return null;
        var (left, right) = (text[..comma].Trim(), text[(comma + 1)..].Trim());
        if (StateCode.TryParse(right, out var state))
            return places.FindCity(left, state);
        return Degrees(left) is { } latitude && Degrees(right) is { } longitude && GeoPoint.TryCreate(latitude, longitude, out var point)
            ? places.FindPoint(point)
            : null;
    }

    private static double? Degrees(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
