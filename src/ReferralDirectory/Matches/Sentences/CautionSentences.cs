using ReferralDirectory.Matching.Screening;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>What to look at before choosing a therapist that is shown.</summary>
internal static class CautionSentences
{
    public static string Of(string code, ScreeningResult screening) => code switch
    {
        "plan-not-confirmed" => "In network with the insurer, but not confirmed for the patient's own plan: ask before booking.",
        "licence-with-conditions" => "The licence is active with conditions: ask the board which.",
        "accepting-unknown" => "It is not known whether new patients are taken: call first.",
        "point-approximate" => "The place is known only roughly: the distance may be off.",
        "exclusion-not-checked" => "The federal exclusion list has not been checked for this therapist.",
        "acknowledged-advised-against" => "A guideline advises against this; the order says that it is known and insists.",
        _ => screening.Findings.FirstOrDefault(finding => finding.Code == code) is { } finding
            ? FindingSentences.Of(finding) : GateSentences.Unworded(code),
    };
}
