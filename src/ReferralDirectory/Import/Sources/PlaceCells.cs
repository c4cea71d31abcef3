using System.Collections.Immutable;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>What a row says of a place of practice.</summary>
internal static class PlaceCells
{
    public static readonly ImmutableArray<string> Columns =
    [
        "line1", "line2", "city", "state", "zip", "latitude", "longitude", "phone", "fax", "setting", "wheelchair", "homeVisitMiles", "selfPayUsd", "evenings",
        "weekends", "hours", "accepting", "nextOpening",
    ];

    private const int FarthestHomeVisitMiles = 60;
    private const decimal HighestPriceUsd = 2_000;

    // A ZIP of the desert or of Alaska reaches so far.
    private const double FarFromZipMiles = 60;

    /// <returns>Null when no column of a place is filled in.</returns>
    public static PracticePlace? Read(Provenance from, RowCells cells)
    {
        if (Columns.All(cells.IsEmpty))
            return null;
        var (address, zip) = Address(cells);
        var point = Point(cells, zip);
        var homeVisits = cells.NumberOrNull("homeVisitMiles", 1, FarthestHomeVisitMiles);
        var place = new PracticePlace
        {
            Address = address,
            Point = point ?? zip?.Point ?? default,
            PointUncertainty = point is null ? zip?.Uncertainty ?? default : default,
            Phone = cells.PhoneOrNull("phone"),
            Fax = cells.PhoneOrNull("fax"),
            Setting = cells.WordOrNull<CareSetting>("setting"),
            WheelchairAccessible = cells.YesOrNo("wheelchair"),
            HomeVisitRadius = homeVisits is { } miles ? new Miles(miles) : null,
            SelfPayPriceUsd = cells.DecimalOrNull("selfPayUsd", 0, HighestPriceUsd),
            EveningHours = cells.YesOrNo("evenings"),
            WeekendHours = cells.YesOrNo("weekends"),
            Hours = OpeningHoursCells.Read("hours", cells),
            Accepting = new Sourced<AcceptingPatients>(cells.WordOrNull<AcceptingPatients>("accepting") ?? AcceptingPatients.Unknown, from),
            NextOpening = cells.DayOrNull("nextOpening"),
            From = from,
        };
        return PublicPlace.WithinZip(place, cells.Context.Places);
    }

    private static (PostalAddress Address, Place? Zip) Address(RowCells cells)
    {
        var state = cells.State("state", cells.Text("state"));
        var text = cells.Text("zip");
        var place = ZipCode.TryParse(text, out var zip) ? cells.Context.Places.Find(zip) : null;
        if (place is null && text.Length > 0)
            cells.Refuse("zip", "unknown-zip", text, "No such ZIP code: correct it, and keep its leading zeros.");
        if (place is not null && state != default && place.State != state)
            cells.Refuse("state", "state-not-of-zip", $"{state} {zip}", $"{zip} lies in {place.State}: write {place.State.PostalCode}, or correct the ZIP code.");
        return (new PostalAddress(cells.TextOrNull("line1") ?? "", cells.TextOrNull("line2"), cells.Text("city"), state, zip), place);
    }

    private static GeoPoint? Point(RowCells cells, Place? zip)
    {
        if (cells.IsEmpty("latitude") != cells.IsEmpty("longitude"))
            cells.Refuse("latitude", "missing-value", null, "Give both latitude and longitude, or neither.");
        var (latitude, longitude) = (cells.DecimalOrNull("latitude", -90, 90), cells.DecimalOrNull("longitude", -180, 180));
        if (latitude is null || longitude is null || !GeoPoint.TryCreate((double)latitude, (double)longitude, out var point))
            return null;
        if (zip is not null && point.DistanceTo(zip.Point).Value > FarFromZipMiles)
            cells.Warn("latitude", "far-from-zip", FormattableString.Invariant($"{latitude}, {longitude}"), "The point lies far from the ZIP code: check both.");
        return point;
    }
}
