namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>
/// A licence at its state board. Numbers are compared without spaces, punctuation, case and leading zeros, because every roster
/// writes them in its own way (<c>MA.MA.60000000</c>, <c>ma 60000000</c>, <c>012345-1</c>).
/// </summary>
public readonly record struct LicenceKey(StateCode State, string Normalized) : IComparable<LicenceKey>
{
    public static LicenceKey Of(StateCode state, string number) => new(state, Normalize(number));

    public static string Normalize(string number)
    {
        var kept = string.Concat(number.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var trimmed = kept.TrimStart('0');
        return trimmed.Length == 0 ? kept : trimmed;
    }

    public int CompareTo(LicenceKey other) =>
        State.CompareTo(other.State) is var byState && byState != 0 ? byState : string.CompareOrdinal(Normalized, other.Normalized);

    public override string ToString() => $"{State}/{Normalized}";
}
