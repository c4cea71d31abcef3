using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches;

/// <summary>Where the patient is, as exactly as the request says it.</summary>
internal sealed record PatientPlace(GeoPoint Point, StateCode State, PlacePrecision Precision, Miles Uncertainty)
{
    /// <summary>A coordinate farther than this from every ZIP point lies in no state that we know.</summary>
    public static readonly Miles FarthestFromAnyZip = new(150);

    /// <summary>Null when the location is incomplete, malformed or unknown; its validator says which.</summary>
    public static PatientPlace? Find(LocationRequest location, PlaceTable places)
    {
        if (location.Zip is not null)
            return ZipCode.TryParse(location.Zip, out var zip) ? Of(places.Find(zip)) : null;
        if (location is { City: { } city, State: not null })
            return StateCode.TryParse(location.State, out var state) ? Of(places.FindCity(city, state)) : null;
        return location is { Latitude: { } latitude, Longitude: { } longitude } && GeoPoint.TryCreate(latitude, longitude, out var point)
            ? At(point, places) : null;
    }

    private static PatientPlace? Of(Place? place) =>
        place is null ? null : new PatientPlace(place.Point, place.State, place.Precision, place.Uncertainty);

    private static PatientPlace? At(GeoPoint point, PlaceTable places)
    {
        var nearest = places.Nearest(point);
        return nearest.Point.DistanceTo(point).Value <= FarthestFromAnyZip.Value
            ? new PatientPlace(point, nearest.State, PlacePrecision.Coordinates, new Miles(0)) : null;
    }
}
