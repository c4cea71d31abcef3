using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Import;

/// <summary>Of which day a register's file is true: as the caller says, else as its name says, else the day on which it was last written.</summary>
internal static partial class FeedDate
{
    public static DateOnly Of(string path, ImportContext context, ImportErrors errors)
    {
        var day = context.Feed.AsOf ?? InName(Path.GetFileName(path)) ?? DateOnly.FromDateTime(File.GetLastWriteTime(path));
        if (day <= context.Today)
            return day;
        errors.Add(null, null, "date-in-future", day.ToString("O", CultureInfo.InvariantCulture), "A file cannot be true of a day to come: say with --as-of of which day it is.");
        return context.Today;
    }

    /// <summary>The last day in it: <c>npidata_pfile_20050523-20261108.csv</c> is of 8 November.</summary>
    private static DateOnly? InName(string name)
    {
        foreach (var found in DayInName().Matches(name).Reverse())
        {
            if (DateOnly.TryParseExact(found.Value.Replace("-", "", StringComparison.Ordinal), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
        }

        return null;
    }

    [GeneratedRegex(@"(?<!\d)20\d{2}-?\d{2}-?\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayInName();
}
