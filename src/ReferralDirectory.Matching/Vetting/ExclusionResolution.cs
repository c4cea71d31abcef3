using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>What the exclusion lists and those who judged their matches say of a person: the worst over all keys.</summary>
internal static class ExclusionResolution
{
    public static ExclusionCheck? Resolve(LedgerView ledger) => ExclusionAnswer.Of(ledger).Select(JudgedBy).Where(ledger.Counts)
        .Concat(ExclusionDecisions.StandingExclusion(ExclusionAnswer.Decisions(ledger)) is { } standing ? [standing] : [])
        .Select(entry => new ExclusionCheck(StatusOf(entry.Outcome), LedgerView.ProvenanceOf(entry), entry.ValidUntil))
        .OrderByDescending(check => check.Status)
        .ThenByDescending(check => check.From.AsOf)
        .ThenBy(check => check.From.Method)
        .ThenBy(check => check.From.Source, StringComparer.Ordinal)
        .ThenBy(check => check.ValidUntil ?? DateOnly.MaxValue)
        .FirstOrDefault();

    /// <summary>A match that turned out to be somebody else is a check that found nobody.</summary>
    private static Verification JudgedBy(ExclusionAnswer answer) => answer is { Said: { Outcome: VerificationOutcome.Clear } clear } ? clear
        : answer.Decision is not { } decision ? answer.Said
        : answer.Said with { Outcome = decision.Outcome == VerificationOutcome.Clear ? VerificationOutcome.Clear : VerificationOutcome.Excluded };

    private static ExclusionStatus StatusOf(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Excluded => ExclusionStatus.Excluded,
        VerificationOutcome.Clear => ExclusionStatus.Clear,
        _ => ExclusionStatus.PossibleMatch,
    };
}
