using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matches;

/// <summary>Names the rules together with their options: <c>2026.1+3f2a9c1e</c>. Two answers with the same name were ranked alike.</summary>
internal static class RulesetVersion
{
    public static string Of(RankingOptions options)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Of(options.Physician)}|{Of(options.Patient)}|{options.PhysicianMinTier}|{options.PatientMinTier}|{options.HalfDistanceMiles:R}");
        return $"{RulesVersion.Current}+{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}";
    }

    private static string Of(RuleWeights weights) => string.Join(
        ' ', weights.ModalityFit, weights.Vetting, weights.NetworkEvidence, weights.Distance, weights.Availability, weights.Record, weights.Preferences);
}
