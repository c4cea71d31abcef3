namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>
/// A licence at its state board. Numbers are compared without spaces, punctuation, case and leading zeros, because every roster
/// writes them in its own way (<c>ma 60000000</c>, <c>012345-1</c>), and without the letters that the board puts before every number of a
/// massage therapist: in Texas <c>MT040507</c> and <c>40507</c> are one licence, in Washington <c>MA.MA.60000000</c> and <c>60000000</c>.
/// </summary>
public readonly record struct LicenceKey(StateCode State, string Normalized) : IComparable<LicenceKey>
{
    public static LicenceKey Of(StateCode state, string number) => new(state, WithoutPrefix(state, Normalize(number)));

    public static string Normalize(string number) => WithoutZeros(string.Concat(number.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());

    public int CompareTo(LicenceKey other) =>
        State.CompareTo(other.State) is var byState && byState != 0 ? byState : string.CompareOrdinal(Normalized, other.Normalized);

    public override string ToString() => $"{State}/{Normalized}";

    /// <summary>Only where digits alone are left: <c>MT12A</c> may be a number of another kind.</summary>
    private static string WithoutPrefix(StateCode state, string normalized)
    {
        if (PrefixIn(state) is not { } prefix)
            return normalized;
        var digits = normalized.AsSpan();
        while (digits.StartsWith(prefix, StringComparison.Ordinal))
            digits = digits[prefix.Length..];
        return digits.Length > 0 && digits.Length < normalized.Length && !digits.ContainsAnyExceptInRange('0', '9') ? WithoutZeros(digits.ToString()) : normalized;
    }

    private static string? PrefixIn(StateCode state) => state.PostalCode switch
    {
        "TX" => "MT",
        "WA" => "MA",
        _ => null,
    };

    private static string WithoutZeros(string text) => text.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : text;
}
