using FluentValidation;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Validation;

/// <summary>Exactly one way of saying where, and a place that is known.</summary>
internal sealed class LocationValidator : AbstractValidator<LocationRequest>
{
    private readonly PlaceTable places;

    public LocationValidator(PlaceTable places)
    {
        this.places = places;
        RuleFor(location => location).Custom(Check);
    }

    private void Check(LocationRequest location, ValidationContext<LocationRequest> context)
    {
        var byPoint = location.Latitude is not null || location.Longitude is not null;
        var byCity = location.City is not null || location.State is not null;
        switch ((location.Zip is not null, byPoint, byCity))
        {
            case (true, false, false):
                context.ReportMember(nameof(location.Zip), Zip(location.Zip!));
                break;
            case (false, true, false):
                CheckPoint(location, context);
                break;
            case (false, false, true):
                CheckCity(location, context);
                break;
            default:
                context.Report(
                    context.PropertyPath,
                    new Flaw("one-location", "Give exactly one of zip, latitude with longitude, or city with state."));
                break;
        }
    }

    private Flaw? Zip(string text)
    {
        if (!ZipCode.TryParse(text, out var zip))
            return new Flaw("malformed-zip", $"{Flaw.Quote(text)} is not a ZIP code: write five digits, such as 13202.");
        return places.Find(zip) is not null ? null
            : new Flaw("unknown-zip", $"No place is known for ZIP {zip}. GET /v1/places?q= finds places; a latitude and longitude serve too.");
    }

    private void CheckPoint(LocationRequest location, ValidationContext<LocationRequest> context)
    {
        var latitude = Degrees("latitude", location.Latitude, 90);
        var longitude = Degrees("longitude", location.Longitude, 180);
        context.ReportMember(nameof(location.Latitude), latitude);
        context.ReportMember(nameof(location.Longitude), longitude);
        if (latitude is null && longitude is null && PatientPlace.Find(location, places) is null)
            context.Report(context.PropertyPath, new Flaw("outside-coverage", "This point is far from every place of the United States that is known here."));
    }

    private static Flaw? Degrees(string name, double? value, int limit) => value switch
    {
        null => new Flaw("required", $"A point needs its {name}."),
        _ when Math.Abs(value.Value) <= limit => null,
        _ => new Flaw("out-of-range", $"A {name} lies between −{limit} and {limit}."),
    };

    private void CheckCity(LocationRequest location, ValidationContext<LocationRequest> context)
    {
        var knownState = StateCode.TryParse(location.State, out var state);
        if (location.State is null)
            context.ReportMember(nameof(location.State), new Flaw("required", "A city needs its state, such as NY."));
        else if (!knownState)
            context.ReportMember(nameof(location.State), new Flaw("unknown-state", $"{Flaw.Quote(location.State)} is not a US state: write NY or US-NY."));
        context.ReportMember(nameof(location.City), City(location.City, knownState ? state : null));
    }

    private Flaw? City(string? city, StateCode? state) => city switch
    {
        null => new Flaw("required", "A state alone is too wide: name the city."),
        { Length: > FlawRules.MaxTextLength } => new Flaw("too-long", $"At most {FlawRules.MaxTextLength} characters are taken; these are {city.Length}."),
        _ when state is { } known && places.FindCity(city, known) is null =>
            new Flaw("unknown-city", $"{known.PostalCode} has no city {Flaw.Quote(city)} that is known here. GET /v1/places?q= finds places; a ZIP serves too."),
        _ => null,
    };
}
