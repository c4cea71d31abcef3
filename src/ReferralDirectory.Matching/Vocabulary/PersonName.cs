namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>A person's name as the source gives it.</summary>
public sealed record PersonName(string Given, string Family, string? Middle = null, string? Suffix = null)
{
    public const int MaxLength = 200;

    /// <summary>For people: "Ana María Ortiz".</summary>
    public string Display => string.Join(' ', new[] { Given, Middle, Family, Suffix }.Where(part => !string.IsNullOrEmpty(part)));
}
