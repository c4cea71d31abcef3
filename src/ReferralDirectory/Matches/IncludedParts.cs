namespace ReferralDirectory.Matches;

/// <summary>Which explanations an answer carries.</summary>
internal sealed record IncludedParts(bool Components, bool Gates, bool Funnel, bool Relaxations)
{
    public static IReadOnlyCollection<string> Names { get; } = ["components", "gates", "funnel", "relaxations"];

    /// <param name="names">Null: all.</param>
    public static IncludedParts Of(IReadOnlyList<string>? names)
    {
        var asked = names ?? Names;
        return new IncludedParts(asked.Contains("components"), asked.Contains("gates"), asked.Contains("funnel"), asked.Contains("relaxations"));
    }
}
