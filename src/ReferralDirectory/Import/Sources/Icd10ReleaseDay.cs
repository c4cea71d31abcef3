using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// From which day the codes of a release hold. The names of its files say the fiscal year, which begins on the first of October of the year
/// before: <c>icd10cm-order-2026.txt</c>; those of an update the month: <c>icd10cm-order-April-2025.txt</c>.
/// </summary>
internal static partial class Icd10ReleaseDay
{
    private const int October = 10;
    private const int April = 4;

    /// <param name="names">Of the archive and of the file in it.</param>
    /// <param name="context">What the caller says comes first.</param>
    /// <param name="errors">Hears when nobody says it, or when the day is to come.</param>
    public static DateOnly? Of(IReadOnlyCollection<string> names, ImportContext context, ImportErrors errors)
    {
        if ((context.Feed.AsOf ?? InNames(names)) is not { } day)
        {
            errors.Add(null, null, "missing-release", names.Last(), "The name does not say the fiscal year: say with --as-of from which day the codes hold, as 2025-10-01 for the year 2026.");
            return null;
        }

        if (day <= context.Today)
            return day;
        errors.Add(null, null, "date-in-future", day.ToString("O", CultureInfo.InvariantCulture), "The codes hold from this day on, and until then those of the release before: import the file then.");
        return null;
    }

    private static DateOnly? InNames(IReadOnlyCollection<string> names)
    {
        if (names.Select(name => Year().Match(name)).LastOrDefault(match => match.Success) is not { } found)
            return null;
        var year = int.Parse(found.ValueSpan, CultureInfo.InvariantCulture);
        return names.Any(name => name.Contains(nameof(April), StringComparison.OrdinalIgnoreCase)) ? new DateOnly(year, April, 1) : new DateOnly(year - 1, October, 1);
    }

    [GeneratedRegex(@"(?<!\d)20\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
