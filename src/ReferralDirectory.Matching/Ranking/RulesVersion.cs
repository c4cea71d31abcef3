namespace ReferralDirectory.Matching.Ranking;

/// <summary>Names the screening, the gates and the rules as written: raised with every change that can alter an answer.</summary>
public static class RulesVersion
{
    public const string Current = "2026.1";
}
