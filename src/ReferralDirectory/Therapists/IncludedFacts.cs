namespace ReferralDirectory.Therapists;

/// <summary>The words of <c>include</c>: what is shown only to those who ask for it.</summary>
internal static class IncludedFacts
{
    public const string Stale = "stale";
    public const string Fix = "Write stale, or leave it out.";

    public static bool IsKnown(string? include) => include is null or Stale;

    public static bool AreStale(string? include) => include == Stale;
}
