using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>Names the rules together with their options: <c>2026.1+3f2a9c1e</c>. Two answers with the same name were ranked alike.</summary>
public static class RulesetVersion
{
    /// <summary>The screening, the gates and the rules as written: raised with every change that can alter an answer.</summary>
    public const string Rules = "2026.1";

    private static readonly ConditionalWeakTable<RankingOptions, string> Known = [];

    public static string Of(RankingOptions options) => Known.GetValue(options, Name);

    private static string Name(RankingOptions options)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Of(options.Physician)}|{Of(options.Patient)}|{options.PhysicianMinTier}|{options.PatientMinTier}|{options.HalfDistanceMiles:R}");
        return $"{Rules}+{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}";
    }

    private static string Of(RuleWeights weights) => string.Join(
        ' ', weights.ModalityFit, weights.Vetting, weights.NetworkEvidence, weights.Distance, weights.Availability, weights.Record, weights.Preferences);
}
