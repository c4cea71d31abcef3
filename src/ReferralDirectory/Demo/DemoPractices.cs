using System.Globalization;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>Invents a place of practice: a door, a telephone of the 555-01xx range, hours, and gaps as real lists have them.</summary>
internal static class DemoPractices
{
    private static readonly string[] Streets =
    [
        "Main", "Oak", "Maple", "Cedar", "Elm", "Washington", "Lake", "Hill", "Walnut", "Spring", "North", "Ridge", "Church", "Willow", "Mill", "Sunset", "Park",
        "Highland", "Franklin", "River", "Jackson", "Chestnut", "Center", "Union", "Pleasant", "Grove", "Prospect", "Meadow", "Garden", "Orchard",
    ];

    private static readonly string[] WorkingHours =
        ["Mon-Fri 09:00-17:00", "Mon-Thu 10:00-19:00", "Tue-Sat 09:00-18:00", "Mon-Fri 08:30-16:30; Sat 10:00-14:00", "Mon-Wed 12:00-20:00; Fri-Sat 09:00-15:00"];

    public static DemoPlace Choose(Place zip, Chance chance)
    {
        var (latitude, longitude) = DemoPlaces.DoorIn(zip, chance);
        var hours = chance.Percent(62) ? chance.Of(WorkingHours) : "";
        return new DemoPlace(
            zip,
            $"{chance.Between(10, 2_999)} {chance.Of(Streets)} {chance.Of(("Street", 6), ("Avenue", 3), ("Road", 2), ("Drive", 1))}",
            latitude,
            longitude,
            chance.Percent(92) ? Phone(zip.State, chance) : null,
            chance.Percent(85)
                ? chance.Of((CareSetting.PrivatePractice, 50), (CareSetting.Clinic, 24), (CareSetting.MedicalOffice, 12), (CareSetting.Hospital, 6), (CareSetting.SportsFacility, 8))
                : null,
            chance.Percent(70) ? chance.Percent(75) : null,
            chance.Percent(15) ? chance.Between(1, 6) * 5 : null,
            chance.Percent(60) ? chance.Between(12, 32) * 5 : null,
            hours.Length == 0 ? null : hours.Contains(":00-19", StringComparison.Ordinal) || hours.Contains("-20", StringComparison.Ordinal),
            hours.Length == 0 ? null : hours.Contains("Sat", StringComparison.Ordinal),
            hours,
            chance.Of((AcceptingPatients.Unknown, 30), (AcceptingPatients.Yes, 54), (AcceptingPatients.No, 8), (AcceptingPatients.ExistingOnly, 8)));
    }

    private static string Phone(StateCode state, Chance chance) =>
        string.Create(CultureInfo.InvariantCulture, $"{DemoState.ByCode[state].AreaCode}-555-01{chance.Below(100):D2}");
}
