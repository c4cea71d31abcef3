using System.Diagnostics.CodeAnalysis;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>
/// An ICD-10-CM code, well formed: a letter, a digit (QA0 alone has a letter there), a digit or letter, then up to four more. Kept without the dot
/// (<c>M5450</c>), shown with it (<c>M54.50</c>). Whether the code exists is the ICD-10-CM list's to say.
/// </summary>
public readonly record struct Icd10Code : IComparable<Icd10Code>
{
    private readonly string? value;

    private Icd10Code(string value) => this.value = value;

    /// <summary>Upper case, no dot.</summary>
    public string Value => value ?? "";

    public static bool TryParse([NotNullWhen(true)] string? text, out Icd10Code code)
    {
        code = default;
        if (text is null || text.Length is < 3 or > 8)
            return false;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0 && (dot != 3 || text.Length == 4))
            return false;
        var bare = (dot < 0 ? text : text.Remove(dot, 1)).ToUpperInvariant();
        if (bare.Length > 7 || !char.IsAsciiLetterUpper(bare[0]) || !(char.IsAsciiDigit(bare[1]) || bare.StartsWith("QA", StringComparison.Ordinal)) || !bare.All(char.IsAsciiLetterOrDigit))
            return false;
        code = new Icd10Code(bare);
        return true;
    }

    public bool StartsWith(string prefix) => Value.StartsWith(prefix, StringComparison.Ordinal);

    public int CompareTo(Icd10Code other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value.Length > 3 ? $"{Value[..3]}.{Value[3..]}" : Value;
}
