using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vocabulary;

public sealed class BusinessDaysTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-24")] // Monday
    [InlineData("2026-11-20", "2026-11-23")] // Friday
    [InlineData("2026-11-21", "2026-11-23")] // Saturday
    [InlineData("2026-11-22", "2026-11-23")] // Sunday
    [InlineData("2026-11-25", "2026-11-27")] // before Thanksgiving, the fourth Thursday of a month of five weeks
    [InlineData("2026-07-02", "2026-07-06")] // Independence day on a Saturday is kept on Friday
    [InlineData("2027-07-02", "2027-07-06")] // on a Sunday, on Monday
    [InlineData("2027-12-30", "2028-01-03")] // New Year's day on a Saturday is kept in the old year
    [InlineData("2026-12-24", "2026-12-28")]
    public void The_next_business_day_is_neither_of_a_weekend_nor_a_federal_holiday(string day, string next) => Assert.Equal(Day(next), BusinessDays.After(Day(day)));

    /// <summary>As the Office of Personnel Management publishes them.</summary>
    [Theory]
    [InlineData(2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    public void The_holidays_of_a_year_are_those_of_the_law(int year, string expected)
    {
        var holidays = Enumerable.Range(0, 365).Select(days => new DateOnly(year, 1, 1).AddDays(days))
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BusinessDays.Is(day));

        Assert.Equal(expected, string.Join(' ', holidays.Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
