using System.Globalization;

namespace ReferralDirectory.Import.Sources;

/// <summary>A day in one of the forms that insurers write, month before day as in the United States; a time of day behind it is left out.</summary>
internal static class LooseDate
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "M/d/yyyy", "M-d-yyyy", "yyyyMMdd", "MMMM d, yyyy", "MMM d, yyyy", "d-MMM-yyyy"];

    public static bool TryParse(string text, out DateOnly day)
    {
        var time = text.AsSpan().IndexOf(':');
        var end = time < 0 ? text.Length : text.AsSpan(0, time).LastIndexOfAny('T', ' ');
        return DateOnly.TryParseExact(text.AsSpan(0, Math.Max(0, end)), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day) && day.Year >= 1990;
    }
}
