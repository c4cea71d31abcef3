using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// What the exclusion lists and those who judged their matches say of a person: the worst over all keys. A confirmed exclusion is lifted
/// only by a newer "clear" of the same source under the same key, a possible match only by a decision that is newer.
/// </summary>
internal static class ExclusionResolution
{
    public static ExclusionCheck? Resolve(LedgerView ledger)
    {
        var decision = ledger.Of(VerificationAspect.Exclusion).FirstOrDefault(LedgerView.IsDecision);
        var checks = ledger.Of(VerificationAspect.Exclusion).Where(entry => !LedgerView.IsDecision(entry)).ToList();
        var answers = checks
            .Where(entry => entry.Outcome is VerificationOutcome.Clear or VerificationOutcome.Excluded)
            .GroupBy(entry => (entry.Subject.Key, entry.Source))
            .Select(entries => entries.First());
        var matches = checks
            .Where(entry => entry.Outcome == VerificationOutcome.PossibleMatch)
            .Select(entry => JudgedBy(decision, entry))
            .Where(ledger.Counts);
        return answers.Concat(matches)
            .Concat(decision is { Outcome: VerificationOutcome.Excluded } ? [decision] : [])
            .Select(entry => new ExclusionCheck(StatusOf(entry.Outcome), LedgerView.ProvenanceOf(entry), entry.ValidUntil))
            .OrderByDescending(check => check.Status)
            .ThenByDescending(check => check.From.AsOf)
            .ThenBy(check => check.From.Method)
            .ThenBy(check => check.From.Source, StringComparer.Ordinal)
            .ThenBy(check => check.ValidUntil ?? DateOnly.MaxValue)
            .FirstOrDefault();
    }

    /// <summary>A possible match that turned out to be somebody else is a check that found nobody; it lifts no exclusion of its list.</summary>
    private static Verification JudgedBy(Verification? decision, Verification entry) =>
        entry.Outcome == VerificationOutcome.PossibleMatch && decision is { Outcome: VerificationOutcome.Clear } && decision.CheckedOn > entry.CheckedOn
            ? entry with { Outcome = VerificationOutcome.Clear }
            : entry;

    private static ExclusionStatus StatusOf(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Excluded => ExclusionStatus.Excluded,
        VerificationOutcome.Clear => ExclusionStatus.Clear,
        _ => ExclusionStatus.PossibleMatch,
    };
}
