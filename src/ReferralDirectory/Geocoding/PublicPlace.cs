using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Geocoding;

/// <summary>
/// Where a practice is, as anybody may be told. Whoever only travels receives nobody there, so it may be a home: its street is kept
/// back, and its point becomes the ZIP's.
/// </summary>
internal static class PublicPlace
{
    // A hundredth of a degree is about 0.7 miles.
    private const int Decimals = 2;

    public static PracticePlace Of(PracticePlace place, PlaceTable places)
    {
        if (place.Setting != CareSetting.HomeVisitOnly)
            return place;
        var zip = places.Find(place.Address.Zip) ?? places.Nearest(place.Point);
        return place with
        {
            Address = place.Address with { Line1 = "", Line2 = null },
            Point = GeoPoint.Create(Math.Round(zip.Point.Latitude, Decimals), Math.Round(zip.Point.Longitude, Decimals)),
            PointUncertainty = zip.Uncertainty,
        };
    }
}
