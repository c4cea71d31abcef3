using System.CommandLine.Parsing;
using System.Globalization;

namespace ReferralDirectory.CommandLine;

/// <summary>Reads what is typed after an option as the API reads it, whatever is usual where the machine stands.</summary>
internal static class TypedValues
{
    public static DateOnly? Day(ArgumentResult typed) =>
        DateOnly.TryParseExact(Text(typed), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : Refuse<DateOnly?>(typed, "write the day as 2026-01-31");

    public static int? Whole(ArgumentResult typed) =>
        int.TryParse(Text(typed), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Refuse<int?>(typed, "write a whole number, such as 20");

    public static double? Number(ArgumentResult typed) =>
        double.TryParse(Text(typed), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : Refuse<double?>(typed, "write a number, such as 12.5");

    /// <param name="typed">What was typed.</param>
    /// <param name="least">Allowed.</param>
    /// <param name="most">Allowed.</param>
    public static int? WholeBetween(ArgumentResult typed, int least, int most) => Whole(typed) switch
    {
        { } number when number < least || number > most => Refuse<int?>(typed, string.Create(CultureInfo.InvariantCulture, $"write a number from {least:N0} to {most:N0}")),
        var number => number,
    };

    private static string Text(ArgumentResult typed) => typed.Tokens.Single().Value;

    private static T? Refuse<T>(ArgumentResult typed, string fix)
    {
        typed.AddError($"{(typed.Parent as OptionResult)?.Option.Name}: {fix}, not '{Text(typed)}'.");
        return default;
    }
}
