using System.Globalization;

namespace ReferralDirectory.Import.Sources;

/// <summary>Faults that a file may have in every item: each kind is said once, with how often and where first.</summary>
internal sealed class CountedWarnings
{
    private readonly Dictionary<string, Kind> kinds = new(StringComparer.Ordinal);

    /// <param name="code">A stable slug.</param>
    /// <param name="item">The number of the item.</param>
    /// <param name="column">The member.</param>
    /// <param name="value">The offending text.</param>
    /// <param name="message">What became of it, and the fix.</param>
    public void Add(string code, int item, string column, string? value, string message)
    {
        if (!kinds.TryGetValue(code, out var kind))
            kinds.Add(code, kind = new Kind(item, column, value, message));
        kind.Count++;
    }

    public void TellTo(ImportErrors errors)
    {
        foreach (var (code, kind) in kinds)
        {
            errors.Warn(kind.FirstItem, kind.Column, code, kind.Count.ToString(CultureInfo.InvariantCulture),
                kind.FirstValue is null ? kind.Message : $"{kind.Message} The first: {kind.FirstValue}.");
        }
    }

    private sealed class Kind(int firstItem, string column, string? firstValue, string message)
    {
        public int FirstItem => firstItem;

        public string Column => column;

        public string? FirstValue => firstValue;

        public string Message => message;

        public int Count { get; set; }
    }
}
