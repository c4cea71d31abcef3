using System.Globalization;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Vocabularies;

/// <summary>The ranking as it is, for people. Weights come from the options and constants from the rules; only the words are written here.</summary>
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
        RuleId.ModalityFit => string.Create(
            CultureInfo.InvariantCulture,
            $"The best pair of diagnosis and offered modality: grade {Grades}, times training: certified {ModalityFitRule.WorthOf(TrainingEvidence.Certified)}, "
            + $"at least {ModalityFitRule.DocumentedHours} documented hours {ModalityFitRule.WorthOf(TrainingEvidence.Documented)}, "
            + $"listed {ModalityFitRule.WorthOf(TrainingEvidence.Listed)}; the mean over the diagnoses for which anything is supported, the first counting double, "
            + $"nothing for one that is not served. {ModalityFitRule.UnknownWorth} where no indication is known."),
        RuleId.Vetting => string.Create(
            CultureInfo.InvariantCulture,
            $"Tier 0 to 4 as {Tiers}; plus {VettingRule.MostForHours} times the hours above the state's minimum over {VettingRule.HoursForMost}, "
            + $"at most {VettingRule.MostForHours}; minus {VettingRule.MostForAge} times the age of the licence check over {TierAssessor.LicenceCheckDays} days, "
            + $"at most {VettingRule.MostForAge}. Unknown hours earn nothing."),
        RuleId.NetworkEvidence => string.Create(
            CultureInfo.InvariantCulture,
            $"Insurer's file {NetworkEvidenceRule.InsurerFile}, organisation {NetworkEvidenceRule.Organization}, self-reported {NetworkEvidenceRule.SelfReported}; "
            + $"times {NetworkEvidenceRule.OtherThanAsked} when only another network or the insurer as a whole is confirmed for a plan; "
            + $"halved for each {NetworkEvidenceRule.HalfLifeDays} days of age. {NetworkEvidenceRule.SelfPay} for everyone when the patient pays."),
        RuleId.Distance => "1 / (1 + (distance / halfDistanceMiles)²).",
        RuleId.Availability => string.Create(
            CultureInfo.InvariantCulture,
            $"Accepting, confirmed within {AvailabilityRule.FreshDays} days {AvailabilityRule.Fresh}, within {AvailabilityRule.RecentDays} days {AvailabilityRule.Recent}, "
            + $"longer ago {AvailabilityRule.Old}; unknown, or not confirmed for {VerificationClock.DirectoryFactDays * FactClock.HiddenAfterTerms} days, {AvailabilityRule.Unknown}. An opening within {AvailabilityRule.OpeningDays} days lifts it to 1."),
        RuleId.Record => string.Create(
            CultureInfo.InvariantCulture,
            $"How often earlier referrals were accepted and reported back, smoothed; {RecordRule.Neutral} below {RecordRule.Enough} referrals."),
        _ => "The share of the stated preferences that hold; 1 when none is stated.",
    };

    private static string Grades => string.Join(", ", Enum.GetValues<EvidenceGrade>().Select(grade => string.Create(CultureInfo.InvariantCulture, $"{grade} {ModalityFitRule.WorthOf(grade)}")));

    private static string Tiers => string.Join(", ", VettingRule.TierValue.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
