using ReferralDirectory.Matching.Screening;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>The row's own sentence; for the findings that the product makes, ours.</summary>
internal static class FindingSentences
{
    public static string Of(Finding finding) => finding.Text ?? (finding.Code, finding.TriggeredBy) switch
    {
        (Finding.ScreeningNotAnswered, _) => "Screening for contraindications was not answered: ask the patient before the first session.",
        (Finding.NoKnownIndication, null) => "No condition is named: massage in general is shown, at a neutral fit.",
        (Finding.NoKnownIndication, { } diagnosis) =>
            $"The tables know no modality for {diagnosis}: check that the code is the right one. Massage in general is considered, at a neutral fit.",
        (Finding.NetworkIsNotABenefit, _) =>
            "Being in a network is not a benefit: check prior authorisation and visit limits. Medicare does not cover massage by a massage therapist.",
        _ => GateSentences.Unworded(finding.Code),
    };
}
