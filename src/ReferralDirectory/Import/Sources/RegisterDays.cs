using System.Globalization;

namespace ReferralDirectory.Import.Sources;

/// <summary>Days as registers write them, each in its own format.</summary>
internal static class RegisterDays
{
    /// <param name="row">Of the file.</param>
    /// <param name="column">Where the day stands.</param>
    /// <param name="format">As the register writes days: <c>yyyyMMdd</c>.</param>
    /// <param name="none">What it writes where there is no day, besides nothing.</param>
    public static DateOnly? OrNull(CsvRow row, string column, string format, string none = "")
    {
        if (row[column].Length == 0 || row[column] == none)
            return null;
        if (DateOnly.TryParseExact(row[column], format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        row.Errors.Add(row.Line, column, "bad-date", row[column], $"The register writes days as {Example(format)}: download the file again.");
        return null;
    }

    private static string Example(string format) => new DateTime(2026, 10, 31, 0, 0, 0, DateTimeKind.Unspecified).ToString(format, CultureInfo.InvariantCulture);
}
