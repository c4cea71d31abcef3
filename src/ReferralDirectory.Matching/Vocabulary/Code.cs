using System.Diagnostics.CodeAnalysis;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>
/// A readable, stable identifier of one <typeparamref name="T"/> in the catalogues: <c>aetna</c>, <c>cdt</c>, <c>lymphedema</c>.
/// Lower-case letters, digits and single hyphens, at most 64 characters. The type parameter keeps an insurer from standing where a
/// modality is meant.
/// </summary>
public readonly record struct Code<T> : IComparable<Code<T>>
{
    public const int MaxLength = 64;

    private readonly string? value;

    private Code(string value) => this.value = value;

    public string Value => value ?? "";

    public static bool TryParse([NotNullWhen(true)] string? text, out Code<T> code)
    {
        var valid = IsSlug(text);
        code = valid ? new Code<T>(text!) : default;
        return valid;
    }

    /// <summary>For codes known to be good.</summary>
    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static Code<T> Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a code: use lower-case letters, digits and hyphens.");

    /// <summary>For the text of a code: nothing is checked again.</summary>
    internal static Code<T> OfValue(string value) => new(value);

    public int CompareTo(Code<T> other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    private static bool IsSlug([NotNullWhen(true)] string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength || text[0] == '-' || text[^1] == '-')
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && (text[i] != '-' || text[i - 1] == '-'))
                return false;
        }

        return true;
    }
}
