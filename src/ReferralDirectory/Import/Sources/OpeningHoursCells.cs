using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import.Sources;

/// <summary>Reads opening hours: <c>Mon-Thu 09:00-17:30; Sat 10:00-14:00</c>.</summary>
internal static class OpeningHoursCells
{
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public static ImmutableArray<OpeningHours> Read(string column, RowCells cells)
    {
        var hours = ImmutableArray.CreateBuilder<OpeningHours>();
        foreach (var item in cells.List(column))
        {
            if (TryRead(item) is { } read)
                hours.AddRange(read);
            else
                cells.Refuse(column, "bad-hours", item, "Write days and times as Mon-Thu 09:00-17:30; Sat 10:00-14:00.");
        }

        return hours.ToImmutable();
    }

    private static IEnumerable<OpeningHours>? TryRead(string item)
    {
        if (item.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var days, var times])
            return null;
        var ends = Array.ConvertAll(days.Split('-'), day => Array.IndexOf(Days, day));
        var clock = Array.ConvertAll(times.Split('-'), Time);
        if (ends.Length > 2 || Array.IndexOf(ends, -1) >= 0 || clock is not [{ } opens, { } closes] || closes <= opens)
            return null;
        var length = ((ends[^1] - ends[0] + 7) % 7) + 1;
        return Enumerable.Range(ends[0], length).Select(day => new OpeningHours((DayOfWeek)(day % 7), opens, closes));
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
