namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>
/// Days on which offices work: Monday to Friday without the federal holidays of 5 U.S.C. 6103. A holiday on a Saturday is kept on the Friday
/// before, one on a Sunday on the Monday after. Inauguration day is one around Washington only, and counts as a working day.
/// </summary>
public static class BusinessDays
{
    /// <summary>The first business day after <paramref name="day"/>.</summary>
    public static DateOnly After(DateOnly day)
    {
        do
            day = day.AddDays(1);
        while (!Is(day));
        return day;
    }

    public static bool Is(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsFederalHoliday(day);

    /// <summary>On the days on which it is kept, which are Mondays to Fridays.</summary>
    private static bool IsFederalHoliday(DateOnly day) =>
        IsOnDate(day)
        || (day.DayOfWeek == DayOfWeek.Friday && IsOnDate(day.AddDays(1)))
        || (day.DayOfWeek == DayOfWeek.Monday && IsOnDate(day.AddDays(-1)))
        || IsOnWeekday(day);

    /// <summary>New Year's day, Juneteenth, Independence day, Veterans day, Christmas.</summary>
    private static bool IsOnDate(DateOnly day) => (day.Month, day.Day) is (1, 1) or (6, 19) or (7, 4) or (11, 11) or (12, 25);

    /// <summary>The days of Martin Luther King, of Washington, Memorial day, Labor day, Columbus day, Thanksgiving.</summary>
    private static bool IsOnWeekday(DateOnly day) => (day.Month, day.DayOfWeek, Week: (day.Day + 6) / 7) switch
    {
        (1 or 2, DayOfWeek.Monday, 3) => true,
        (5, DayOfWeek.Monday, _) => day.AddDays(7).Month == 6,
        (9, DayOfWeek.Monday, 1) => true,
        (10, DayOfWeek.Monday, 2) => true,
        (11, DayOfWeek.Thursday, 4) => true,
        _ => false,
    };
}
