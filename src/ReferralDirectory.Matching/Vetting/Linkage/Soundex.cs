namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>American Soundex: a letter and three digits for how an English reader says a word; <c>smith</c> and <c>smyth</c> are S530.</summary>
internal static class Soundex
{
    private const int Length = 4;

    //                             abcdefghijklmnopqrstuvwxyz
    private const string Digits = "01230120022455012623010202";

    public static string Of(string folded) => string.Create(Length, folded, (code, word) =>
    {
        code.Fill('0');
        var (written, last) = (0, '0');
        foreach (var letter in word)
        {
            if (letter is < 'a' or > 'z')
                continue;
            var digit = Digits[letter - 'a'];
            if (written == 0)
                code[written++] = char.ToUpperInvariant(letter);
            else if (digit != '0' && digit != last)
                code[written++] = digit;

            // H and W do not part two letters of one sound.
            if (letter is not ('h' or 'w'))
                last = digit;
            if (written == Length)
                return;
        }
    });
}
