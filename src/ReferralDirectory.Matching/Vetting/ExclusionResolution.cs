using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// What the exclusion lists and those who judged their matches say of a person: the worst over all keys. A list's newest word about a key
/// takes the place of its older ones, where the same body read the list: another's "clear" is a word of its own. A possible match that names
/// no entry of the list stays until it is decided.
/// </summary>
internal static class ExclusionResolution
{
    public static ExclusionCheck? Resolve(LedgerView ledger)
    {
        var decisions = ledger.Of(VerificationAspect.Exclusion).Where(ExclusionDecisions.IsDecision).ToList();
        var checks = ledger.Of(VerificationAspect.Exclusion).Where(entry => !ExclusionDecisions.IsDecision(entry)).ToLookup(IsUnnamedMatch);
        var answers = checks[false]
            .GroupBy(entry => (entry.Subject.Key, entry.Source, entry.CheckedBy))
            .SelectMany(entries => entries.TakeWhile(entry => entry.CheckedOn == entries.First().CheckedOn));
        return answers.Concat(checks[true]).Select(entry => JudgedBy(ExclusionDecisions.About(entry, decisions), entry)).Where(ledger.Counts)
            .Concat(ExclusionDecisions.StandingExclusion(decisions) is { } standing ? [standing] : [])
            .Select(entry => new ExclusionCheck(StatusOf(entry.Outcome), LedgerView.ProvenanceOf(entry), entry.ValidUntil))
            .OrderByDescending(check => check.Status)
            .ThenByDescending(check => check.From.AsOf)
            .ThenBy(check => check.From.Method)
            .ThenBy(check => check.From.Source, StringComparer.Ordinal)
            .ThenBy(check => check.ValidUntil ?? DateOnly.MaxValue)
            .FirstOrDefault();
    }

    private static bool IsUnnamedMatch(Verification entry) => entry is { Outcome: VerificationOutcome.PossibleMatch, Reference.Length: 0 };

    /// <summary>A match that turned out to be somebody else is a check that found nobody.</summary>
    private static Verification JudgedBy(Verification? decision, Verification entry) => decision is null
        ? entry : entry with { Outcome = decision.Outcome == VerificationOutcome.Clear ? VerificationOutcome.Clear : VerificationOutcome.Excluded };

    private static ExclusionStatus StatusOf(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Excluded => ExclusionStatus.Excluded,
        VerificationOutcome.Clear => ExclusionStatus.Clear,
        _ => ExclusionStatus.PossibleMatch,
    };
}
