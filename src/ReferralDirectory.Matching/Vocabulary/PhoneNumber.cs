using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>A North American telephone number, kept as E.164: <c>+13155550123</c>. Punctuation in the input is dropped.</summary>
public readonly record struct PhoneNumber
{
    private readonly string? value;

    private PhoneNumber(string value) => this.value = value;

    public string Value => value ?? "";

    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber phone)
    {
        phone = default;
        if (text is null || text.Length > 32 || text.Any(c => !char.IsAsciiDigit(c) && !" -.()+/".Contains(c, StringComparison.Ordinal)))
            return false;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length == 11 && digits[0] == '1')
            digits = digits[1..];
        if (digits.Length != 10 || digits[0] is '0' or '1' || digits[3] is '0' or '1')
            return false;
        phone = new PhoneNumber("+1" + digits);
        return true;
    }

    /// <summary>The ten digits after the country's, as a number.</summary>
    internal long Digits => long.Parse(Value.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <param name="digits"><see cref="Digits"/> of a number that was parsed.</param>
    internal static PhoneNumber OfDigits(long digits) => new(string.Create(CultureInfo.InvariantCulture, $"+1{digits:D10}"));

    public override string ToString() => Value;
}
