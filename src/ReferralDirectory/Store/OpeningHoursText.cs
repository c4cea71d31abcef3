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
        if (text.Length == 0)
            return [];
        try
        {
            var hours = ImmutableArray.CreateBuilder<OpeningHours>();
            foreach (var day in text.AsSpan().Split(';'))
                hours.Add(ReadDay(text.AsSpan()[day]));
            return hours.DrainToImmutable();
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw StoreException.Unreadable(text, "list of opening hours", failure);
        }
    }

    private static OpeningHours ReadDay(ReadOnlySpan<char> text)
    {
        var (space, dash) = (text.IndexOf(' '), text.IndexOf('-'));
        return new OpeningHours(Enum.Parse<DayOfWeek>(text[..space]), Time(text[(space + 1)..dash]), Time(text[(dash + 1)..]));
    }

    private static string Time(TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Times are nearly always whole seconds, and the general parser takes ten times as long for them.</summary>
    private static TimeOnly Time(ReadOnlySpan<char> text) => text is [_, _, ':', _, _, ':', _, _]
        ? new TimeOnly(Number(text[..2]), Number(text[3..5]), Number(text[6..]))
        : TimeOnly.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture);

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
