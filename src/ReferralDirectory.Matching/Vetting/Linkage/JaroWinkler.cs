namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// How alike two short words are, 0 … 1: letters in common near the same place, less for those out of order, more for a common beginning
/// (Winkler 1990, weight 0.1 for up to four letters).
/// </summary>
internal static class JaroWinkler
{
    private const double PrefixWeight = .1;
    private const int PrefixLength = 4;
    private const int LongestWord = 64;

    /// <summary>Of longer words than 64 letters, the first 64.</summary>
    public static double Similarity(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        one = one[..Math.Min(one.Length, LongestWord)];
        other = other[..Math.Min(other.Length, LongestWord)];
        if (one.IsEmpty || other.IsEmpty)
            return 0;
        var window = Math.Max(0, (Math.Max(one.Length, other.Length) / 2) - 1);
        ulong matchedOne = 0, matchedOther = 0;
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j <= Math.Min(other.Length - 1, i + window); j++)
            {
                if ((matchedOther & (1UL << j)) != 0 || one[i] != other[j])
                    continue;
                matchedOne |= 1UL << i;
                matchedOther |= 1UL << j;
                break;
            }
        }

        if (matchedOne == 0)
            return 0;
        double matches = ulong.PopCount(matchedOne);
        var jaro = ((matches / one.Length) + (matches / other.Length) + ((matches - (OutOfOrder(one, matchedOne, other, matchedOther) / 2)) / matches)) / 3;
        var prefix = Math.Min(PrefixLength, one.CommonPrefixLength(other));
        return jaro + (prefix * PrefixWeight * (1 - jaro));
    }

    private static double OutOfOrder(ReadOnlySpan<char> one, ulong matchedOne, ReadOnlySpan<char> other, ulong matchedOther)
    {
        var count = 0;
        for (; matchedOne != 0; matchedOne &= matchedOne - 1, matchedOther &= matchedOther - 1)
        {
            if (one[(int)ulong.TrailingZeroCount(matchedOne)] != other[(int)ulong.TrailingZeroCount(matchedOther)])
                count++;
        }

        return count;
    }
}
