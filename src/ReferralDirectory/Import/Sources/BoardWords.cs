using System.Collections.Frozen;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Vocabulary.VerificationOutcome;

namespace ReferralDirectory.Import.Sources;

/// <summary>What the words mean by which boards say how a licence stands. Whoever may not practise for a reason of their own is inactive.</summary>
internal static class BoardWords
{
    private static readonly FrozenDictionary<string, VerificationOutcome> Meanings = new Dictionary<string, VerificationOutcome>(StringComparer.Ordinal)
    {
        ["active"] = Active,
        ["active in renewal"] = Active,
        ["current"] = Active,
        ["active with conditions"] = ActiveWithConditions,
        ["active with restrictions"] = ActiveWithConditions,
        ["active on probation"] = ActiveWithConditions,
        ["active probation"] = ActiveWithConditions,
        ["probation"] = ActiveWithConditions,
        ["conditional"] = ActiveWithConditions,
        ["restricted"] = ActiveWithConditions,
        ["interim"] = Interim,
        ["provisional"] = Interim,
        ["temporary"] = Interim,
        ["closed"] = Inactive,
        ["deceased"] = Inactive,
        ["denied"] = Inactive,
        ["inactive"] = Inactive,
        ["military"] = Inactive,
        ["pending"] = Inactive,
        ["retired"] = Inactive,
        ["surrendered"] = Inactive,
        ["unlicensed"] = Inactive,
        ["voluntary surrender"] = Inactive,
        ["delinquent"] = Expired,
        ["expired"] = Expired,
        ["lapsed"] = Expired,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for words that are not known.</summary>
    public static VerificationOutcome? OutcomeOf(string words)
    {
        var folded = FoldedText.Of(words);
        if (folded.Contains("revo", StringComparison.Ordinal))
            return Revoked;
        return folded.Contains("suspen", StringComparison.Ordinal) ? Suspended : Meanings.TryGetValue(folded, out var outcome) ? outcome : null;
    }
}
