namespace ReferralDirectory.Matching.Vetting;

/// <summary>The slips of one key.</summary>
internal static class TypingError
{
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
}
