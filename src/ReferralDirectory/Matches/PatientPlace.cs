using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches;

/// <summary>Where the patient is, as exactly as the request says it.</summary>
internal static class PatientPlace
{
    /// <summary>Null when the location is incomplete, malformed or unknown; its validator says which.</summary>
    public static Place? Find(LocationRequest location, PlaceTable places)
    {
        if (location.Zip is not null)
            return ZipCode.TryParse(location.Zip, out var zip) ? places.Find(zip) : null;
        if (location is { City: { } city, State: not null })
            return StateCode.TryParse(location.State, out var state) ? places.FindCity(city, state) : null;
        return location is { Latitude: { } latitude, Longitude: { } longitude } && GeoPoint.TryCreate(latitude, longitude, out var point)
            ? places.FindPoint(point) : null;
    }
}
