using System.Collections.Frozen;
using System.Text;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>
/// Text as people type it when they search: lower case, without accents, with single spaces. A table instead of Unicode
/// normalisation, which is not there in a process of invariant culture; it covers the Latin letters of names in the United States.
/// </summary>
public static class FoldedText
{
    private const string Table =
        "a=àáâãäåāăąǎ c=çćĉċč d=ďđð e=èéêëēĕėęě g=ĝğġģ h=ĥħ i=ìíîïĩīĭįıǐ j=ĵ k=ķ l=ĺļľŀł n=ñńņňŋ o=òóôõöøōŏőǒ r=ŕŗř s=śŝşšș t=ţťŧț u=ùúûüũūŭůűųǔ "
        + "w=ŵ y=ýÿŷ z=źżž ae=æ oe=œ ss=ß th=þ ='’‘`´";

    private static readonly FrozenDictionary<char, string> Folds = Table.Split(' ')
        .Select(fold => fold.Split('='))
        .SelectMany(fold => fold[1].Select(letter => KeyValuePair.Create(letter, fold[0])))
        .ToFrozenDictionary();

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var lower = char.ToLowerInvariant(letter);
            if (Folds.TryGetValue(lower, out var plain))
                folded.Append(plain);
            else if (char.IsLetterOrDigit(lower))
                folded.Append(lower);
            else if (!IsCombiningMark(lower) && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The same text in plain letters, everything else kept: <c>Núñez</c> is Nunez.</summary>
    public static string WithoutAccents(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!Folds.TryGetValue(char.ToLowerInvariant(letter), out var fold))
                plain.Append(letter);
            else
                plain.Append(char.IsUpper(letter) && fold.Length > 0 ? char.ToUpperInvariant(fold[0]) + fold[1..] : fold);
        }

        return plain.ToString();
    }

    /// <summary>Every word of the search begins a word of the text. Both are folded already.</summary>
    public static bool Matches(string folded, IEnumerable<string> words) =>
        words.All(word => folded.StartsWith(word, StringComparison.Ordinal) || folded.Contains(' ' + word, StringComparison.Ordinal));

    public static string[] Words(string text) => Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Decomposed accents, U+0300 … U+036F.
    private static bool IsCombiningMark(char letter) => letter is >= '\u0300' and <= '\u036F';
}
