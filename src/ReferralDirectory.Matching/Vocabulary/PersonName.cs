namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>A person's name as the source gives it.</summary>
public sealed record PersonName(string Given, string Family, string? Middle = null, string? Suffix = null)
{
    public const int MaxLength = 200;

    /// <summary>For people: "Ana María Ortiz".</summary>
    public string Display => (Middle, Suffix) is (null or "", null or "") && Given.Length > 0 && Family.Length > 0
        ? $"{Given} {Family}"
        : string.Join(' ', new[] { Given, Middle, Family, Suffix }.Where(part => !string.IsNullOrEmpty(part)));
}
