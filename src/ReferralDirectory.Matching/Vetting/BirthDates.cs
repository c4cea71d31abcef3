using System.Globalization;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Tells whether two birth dates can be one that was mistyped.</summary>
public static class BirthDates
{
    /// <summary>The same, or one digit another, day and month exchanged, or the year before or after.</summary>
    public static bool MayBeOne(DateOnly one, DateOnly other) =>
        (Math.Abs(one.Year - other.Year) == 1 && one.Month == other.Month && one.Day == other.Day) || (one.Year == other.Year && one.Month == other.Day && one.Day == other.Month)
        || Text(one).Zip(Text(other)).Count(digits => digits.First != digits.Second) <= 1;

    private static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
