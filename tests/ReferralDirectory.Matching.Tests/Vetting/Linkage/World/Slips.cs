namespace ReferralDirectory.LinkageWorld;

/// <summary>What hands do to text on its way into a list.</summary>
internal static class Slips
{
    private const double OfWhichTwo = .15;

    /// <summary>One slip, sometimes two: a character replaced, left out, doubled by a neighbour's, or two exchanged.</summary>
    public static string In(string text, Random chance)
    {
        var slipped = One(text, chance);
        return chance.NextDouble() < OfWhichTwo ? One(slipped, chance) : slipped;
    }

    /// <summary>Digits keep their number: an import refuses a telephone number of nine.</summary>
    public static string InDigits(string digits, Random chance)
    {
        var letters = digits.ToCharArray();
        var at = chance.Next(3, letters.Length - 1);
        if (chance.Next(2) == 0 && letters[at] != letters[at + 1])
            (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        else
            letters[at] = (char)('0' + ((letters[at] - '0' + 1 + chance.Next(9)) % 10));
        return new string(letters);
    }

    private static string One(string text, Random chance)
    {
        if (text.Length < 2)
            return text;
        var at = chance.Next(text.Length - 1);
        return chance.Next(4) switch
        {
            0 => text[..at] + Neighbour(text[at], chance) + text[(at + 1)..],
            1 => text.Remove(at, 1),
            2 => text.Insert(at, Neighbour(text[at], chance).ToString()),
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    private static char Neighbour(char letter, Random chance)
    {
        if (char.IsAsciiDigit(letter))
            return (char)('0' + chance.Next(10));
        const string Alphabet = "abcdefghijklmnopqrstuvwxyz";
        var other = Alphabet[chance.Next(Alphabet.Length)];
        return char.IsUpper(letter) ? char.ToUpperInvariant(other) : other;
    }
}
