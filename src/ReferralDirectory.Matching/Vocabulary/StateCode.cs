using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>A US state, district or territory (ISO 3166-2): read as <c>NY</c> or <c>US-NY</c>, written <c>US-NY</c>.</summary>
public readonly record struct StateCode : IComparable<StateCode>
{
    private const string Postal =
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI";

    private static readonly string[] ByOrdinal = Postal.Split(' ');
    private static readonly FrozenDictionary<string, byte> Ordinals =
        ByOrdinal.Select((code, i) => KeyValuePair.Create(code, (byte)(i + 1))).ToFrozenDictionary(StringComparer.Ordinal);

    private StateCode(byte ordinal) => Ordinal = ordinal;

    public static IReadOnlyList<StateCode> All { get; } = [.. Enumerable.Range(1, ByOrdinal.Length).Select(i => new StateCode((byte)i))];

    /// <summary>1 … 56 in a fixed order; 0 is no state. For compact columns.</summary>
    public byte Ordinal { get; }

    /// <summary>The two letters, <c>NY</c>.</summary>
    public string PostalCode => Ordinal == 0 ? "" : ByOrdinal[Ordinal - 1];

    public static bool TryParse([NotNullWhen(true)] string? text, out StateCode state)
    {
        var bare = text is { Length: 5 } && text.StartsWith("US-", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
        var known = Ordinals.TryGetValue(bare?.ToUpperInvariant() ?? "", out var ordinal);
        state = new StateCode(ordinal);
        return known;
    }

    /// <summary>For states known to be good.</summary>
    /// <exception cref="FormatException">Not a US state or territory.</exception>
    public static StateCode Parse(string text) =>
        TryParse(text, out var state) ? state : throw new FormatException($"'{text}' is not a US state: write US-NY or NY.");

    public int CompareTo(StateCode other) => Ordinal.CompareTo(other.Ordinal);

    public override string ToString() => $"US-{PostalCode}";
}
