namespace ReferralDirectory.Matching.Vetting;

/// <summary>The slips of one key.</summary>
internal static class TypingError
{
    private const int LongestText = 64;

    /// <summary>One letter replaced, left out, put in, or two neighbours exchanged.</summary>
    public static bool IsOneApart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > other.Length)
        {
            var longer = one;
            one = other;
            other = longer;
        }

        if (other.Length - one.Length > 1)
            return false;
        var same = one.CommonPrefixLength(other);
        if (same == other.Length)
            return false;
        var rest = one[same..];
        var otherRest = other[same..];
        if (rest.Length != otherRest.Length)
            return otherRest[1..].SequenceEqual(rest);
        return rest[1..].SequenceEqual(otherRest[1..])
            || (rest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..].SequenceEqual(otherRest[2..]));
    }

    /// <summary>
    /// Two slips or fewer: the distance of Damerau and Levenshtein, in which neighbours exchanged are one, as long as no third slip lies
    /// between them.
    /// </summary>
    public static bool AreTwoApart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        const int Far = 3;
        if (Math.Abs(one.Length - other.Length) >= Far || Math.Max(one.Length, other.Length) > LongestText)
            return false;
        Span<byte> before = stackalloc byte[LongestText + 1], last = stackalloc byte[LongestText + 1], now = stackalloc byte[LongestText + 1];
        for (var j = 0; j <= other.Length; j++)
            last[j] = (byte)j;
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = (byte)i;
            var least = now[0];
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    cost = Math.Min(cost, before[j - 2] + 1);
                now[j] = (byte)cost;
                least = Math.Min(least, now[j]);
            }

            if (least >= Far)
                return false;
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return last[other.Length] < Far;
    }
}
