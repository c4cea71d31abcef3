using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Geocoding;

/// <summary>Where a practice is, as anybody may be told. Whoever only travels receives nobody there, so it may be a home.</summary>
internal static class PublicPlace
{
    // A hundredth of a degree is about 0.7 miles.
    private const int Decimals = 2;

    /// <summary>What an answer shows: of a place where nobody is received, no street and the ZIP's point.</summary>
    public static PracticePlace Of(PracticePlace place, PlaceTable places) =>
        place.Setting == CareSetting.HomeVisitOnly
            ? WithinZip(place, places) with { Address = place.Address with { Line1 = "", Line2 = null } }
            : place;

    /// <summary>
    /// What may be kept: a place where nobody is received has the point and the uncertainty of its ZIP, so that distances to it, asked from
    /// several sides, lead nobody to the door.
    /// </summary>
    public static PracticePlace WithinZip(PracticePlace place, PlaceTable places)
    {
        if (place.Setting != CareSetting.HomeVisitOnly)
            return place;
        var zip = places.Find(place.Address.Zip) ?? places.Nearest(place.Point);
        return place with
        {
            Point = GeoPoint.Create(Math.Round(zip.Point.Latitude, Decimals), Math.Round(zip.Point.Longitude, Decimals)),
            PointUncertainty = zip.Uncertainty,
        };
    }
}
