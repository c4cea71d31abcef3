using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>
/// A National Provider Identifier: ten digits, the first 1 or 2, the last a Luhn check digit over <c>80840</c> + the first nine
/// (CMS, "Requirements for National Provider Identifier and NPI Check Digit"). Well formed does not mean issued.
/// </summary>
public readonly record struct Npi(long Value) : IComparable<Npi>
{
    /// <summary>NPPES has issued none that begins with 2: the range in which this product's synthetic people live.</summary>
    public bool IsInSyntheticRange => Value >= 2_000_000_000;

    public static bool TryParse([NotNullWhen(true)] string? text, out Npi npi)
    {
        npi = default;
        if (text is not { Length: 10 } || text[0] is not ('1' or '2') || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return false;
        if (CheckDigit(value / 10) != value % 10)
            return false;
        npi = new Npi(value);
        return true;
    }

    /// <summary>The check digit that makes a ten-digit NPI of nine digits.</summary>
    public static int CheckDigit(long firstNine)
    {
        // Luhn sum of the constant prefix 80840 is 24.
        var sum = 24;
        var doubled = true;
        for (var rest = firstNine; rest > 0; rest /= 10, doubled = !doubled)
        {
            var digit = (int)(rest % 10) * (doubled ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return (10 - (sum % 10)) % 10;
    }

    public int CompareTo(Npi other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D10", CultureInfo.InvariantCulture);
}
