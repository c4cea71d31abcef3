using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>Where a named therapist stands, and what would change it. Of safety nothing can be changed.</summary>
internal static class ExplanationSentence
{
    private const string NothingYouCanChange = "There is nothing you can change about it.";

    public static string Of(TherapistExplanation explanation, KnowledgeTables knowledge) => explanation switch
    {
        { Hit: { } hit } => $"Number {hit.Rank} of {explanation.Total}: {SummarySentence.Of(hit, knowledge)}",
        { Screening: { AllowsResults: false, Outcome: var outcome } } => OfOrder(outcome),
        { FirstFailed: { Code: "under-review" } } => "Under review.",
        { FirstFailed: { } failed } => $"Not shown: {Lowered(GateSentences.Because(failed, knowledge))}. {WhatHelps(explanation, failed, knowledge)}",
        _ => $"Not shown: no place of practice is known. {NothingYouCanChange}",
    };

    private static string OfOrder(ScreeningOutcome outcome) => outcome switch
    {
        ScreeningOutcome.Blocked => $"Nobody is shown: the order is blocked by screening. {NothingYouCanChange}",
        ScreeningOutcome.AdvisedAgainst =>
            "Nobody is shown: a guideline advises against it. Who knows that and insists names the modality and acknowledges advised-against.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome that allows results keeps nobody out."),
    };

    private static string WhatHelps(TherapistExplanation explanation, GateOutcome failed, KnowledgeTables knowledge)
    {
        if (IsSafety(failed.Gate))
            return NothingYouCanChange;
        return explanation.WhatWouldChangeIt.IsEmpty
            ? "No change of the request lets this therapist in."
            : $"{Phrases.Capitalized(Phrases.And(explanation.WhatWouldChangeIt.Select(change => Lowered(RelaxationSentences.Change(change, knowledge)))))} to let this therapist in.";
    }

    private static bool IsSafety(GateId gate) => gate is GateId.Licensed or GateId.NotExcluded or GateId.Credentialed;

    // A licence begins with its state, which stays as it is.
    private static string Lowered(string sentence) =>
        sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
