namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>Tells a massage licence from another one that the same person may hold (cosmetology, acupuncture).</summary>
internal static class MassageTitle
{
    private static readonly string[] Abbreviations = ["LMT", "LMP", "LMBT", "RMT", "CMT", "CMP", "MMP", "MT"];

    public static bool Is(string title) =>
        title.Contains("massage", StringComparison.OrdinalIgnoreCase) || Abbreviations.Contains(title, StringComparer.OrdinalIgnoreCase);
}
