using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Store;

/// <summary>Opening hours in one column: <c>Monday 09:00:00-17:30:00;Friday …</c>, in the order they were given.</summary>
internal static class OpeningHoursText
{
    private const string TimeFormat = "HH:mm:ss.FFFFFFF";

    public static string Write(ImmutableArray<OpeningHours> hours) =>
        string.Join(';', hours.Select(day => $"{day.Day} {Time(day.Opens)}-{Time(day.Closes)}"));

    /// <exception cref="StoreException">The text is no such list.</exception>
    public static ImmutableArray<OpeningHours> Read(string text)
    {
        try
        {
            return text.Length == 0 ? [] : [.. text.Split(';').Select(ReadDay)];
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw StoreException.Unreadable(text, "list of opening hours", failure);
        }
    }

    private static OpeningHours ReadDay(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var dash = text.IndexOf('-', space);
        return new OpeningHours(Enum.Parse<DayOfWeek>(text.AsSpan(0, space)), Time(text[(space + 1)..dash]), Time(text[(dash + 1)..]));
    }

    private static string Time(TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture);
}
