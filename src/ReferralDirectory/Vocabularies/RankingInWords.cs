using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Vocabularies;

/// <summary>The ranking as it is, for people. Weights and constants are read from the options; only the words are written here.</summary>
internal static class RankingInWords
{
    private const string Order = "Score, highest first; ties by a hash of the day and the therapist's id, so that nobody is first for ever. `sort: distance` puts the nearest first.";
    private const string Never = "Payment, the alphabet and the order of registration play no part.";

    public static RankingResponse Of(RankingOptions options) => new(
        RulesetVersion.Of(options),
        new AudienceNumbers(options.PhysicianMinTier, options.PatientMinTier),
        [.. Enum.GetValues<RuleId>().Select(rule => RuleOf(rule, options))],
        Order,
        Never);

    private static RankingRuleResponse RuleOf(RuleId rule, RankingOptions options) => new(
        EnumWords.Of(rule),
        new AudienceNumbers(WeightOf(rule, options.Physician), WeightOf(rule, options.Patient)),
        FormulaOf(rule),
        rule == RuleId.Distance ? new Dictionary<string, double>(StringComparer.Ordinal) { ["halfDistanceMiles"] = options.HalfDistanceMiles } : null);

    private static int WeightOf(RuleId rule, RuleWeights weights) => rule switch
    {
        RuleId.ModalityFit => weights.ModalityFit,
        RuleId.Vetting => weights.Vetting,
        RuleId.NetworkEvidence => weights.NetworkEvidence,
        RuleId.Distance => weights.Distance,
        RuleId.Availability => weights.Availability,
        RuleId.Record => weights.Record,
        _ => weights.Preferences,
    };

    private static string FormulaOf(RuleId rule) => rule switch
    {
        RuleId.ModalityFit =>
            "The best pair of diagnosis and offered modality: grade A 1, B 0.8, C 0.5, D 0.25, times training: certified 1, at least 40 documented hours 0.9, listed 0.7; "
            + "the mean over the diagnoses for which anything is supported, the first counting double, nothing for one that is not served. 0.25 where no indication is known.",
        RuleId.Vetting =>
            "Tier 0 to 4 as 0, 0.2, 0.55, 0.75, 0.9; plus 0.1 times the hours above the state's minimum over 500, at most 0.1; minus 0.1 times the age of the licence check over 120 days, "
            + "at most 0.1. Unknown hours earn nothing.",
        RuleId.NetworkEvidence =>
            "Insurer's file 1, organisation 0.7, self-reported 0.4; times 0.6 when only another network or the insurer as a whole is confirmed for a plan; halved for each 180 days of age. "
            + "0.5 for everyone when the patient pays.",
        RuleId.Distance => "1 / (1 + (distance / halfDistanceMiles)²).",
        RuleId.Availability =>
            "Accepting, confirmed within 30 days 1, within 90 days 0.8, longer ago 0.6; unknown 0.4. An opening within 7 days lifts it to 1.",
        RuleId.Record => "How often earlier referrals were accepted and reported back, smoothed; 0.5 below five referrals.",
        _ => "The share of the stated preferences that hold; 1 when none is stated.",
    };
}
