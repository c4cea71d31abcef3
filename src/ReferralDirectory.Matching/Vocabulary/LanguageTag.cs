using System.Diagnostics.CodeAnalysis;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>
/// The name of a language, <c>es</c> or <c>zh-hant</c>: a code of two or three letters (ISO 639) and subtags of one to eight letters and
/// digits, at most 35 characters. BCP 47 (RFC 5646), without its lists of registered words. Case says nothing.
/// </summary>
public static class LanguageTag
{
    private const int MaxLength = 35;

    /// <param name="text">In any case.</param>
    /// <param name="tag">In lower case.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out string tag)
    {
        tag = "";
        if (text is null or { Length: > MaxLength }
            || text.Split('-') is not [{ Length: 2 or 3 } language, .. var subtags]
            || !language.All(char.IsAsciiLetter)
            || subtags.Any(subtag => subtag.Length is 0 or > 8 || !subtag.All(char.IsAsciiLetterOrDigit)))
        {
            return false;
        }

        tag = text.ToLowerInvariant();
        return true;
    }
}
