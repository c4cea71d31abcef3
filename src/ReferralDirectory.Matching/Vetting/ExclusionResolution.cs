using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// What the exclusion lists and those who judged their matches say of a person: the worst over all keys. A list's newest word about a key
/// takes the place of its older ones, where the same body read the list: another's "clear" is a word of its own. A match that names the
/// entry of the list follows the decision about that entry; one that names none is lifted only by a decision that is newer, and a confirmed
/// exclusion that names none by no decision at all.
/// </summary>
internal static class ExclusionResolution
{
    public static ExclusionCheck? Resolve(LedgerView ledger)
    {
        var decisions = ledger.Of(VerificationAspect.Exclusion).Where(LedgerView.IsDecision).ToLookup(entry => entry.Reference, StringComparer.Ordinal);
        var general = decisions[Verification.Decision].FirstOrDefault();
        var checks = ledger.Of(VerificationAspect.Exclusion).Where(entry => !LedgerView.IsDecision(entry)).ToLookup(IsUnnamedMatch);
        var answers = checks[false]
            .GroupBy(entry => (entry.Subject.Key, entry.Source, entry.CheckedBy))
            .SelectMany(entries => entries.TakeWhile(entry => entry.CheckedOn == entries.First().CheckedOn))
            .Select(entry => JudgedBy(decisions[$"{Verification.Decision}/{entry.Reference}"].FirstOrDefault() ?? NewerThan(entry, general), entry));
        var matches = checks[true].Select(entry => JudgedBy(NewerThan(entry, general), entry));
        return answers.Concat(matches).Where(ledger.Counts)
            .Concat(general is { Outcome: VerificationOutcome.Excluded } ? [general] : [])
            .Select(entry => new ExclusionCheck(StatusOf(entry.Outcome), LedgerView.ProvenanceOf(entry), entry.ValidUntil))
            .OrderByDescending(check => check.Status)
            .ThenByDescending(check => check.From.AsOf)
            .ThenBy(check => check.From.Method)
            .ThenBy(check => check.From.Source, StringComparer.Ordinal)
            .ThenBy(check => check.ValidUntil ?? DateOnly.MaxValue)
            .FirstOrDefault();
    }

    private static bool IsUnnamedMatch(Verification entry) => entry is { Outcome: VerificationOutcome.PossibleMatch, Reference.Length: 0 };

    /// <summary>Decided about matches at large: about those that were found before, and not about exclusions.</summary>
    private static Verification? NewerThan(Verification entry, Verification? decision) =>
        entry.Outcome == VerificationOutcome.PossibleMatch && decision?.CheckedOn > entry.CheckedOn ? decision : null;

    /// <summary>A match that turned out to be somebody else is a check that found nobody.</summary>
    private static Verification JudgedBy(Verification? decision, Verification entry) => decision is null || entry.Outcome == VerificationOutcome.Clear
        ? entry : entry with { Outcome = decision.Outcome == VerificationOutcome.Clear ? VerificationOutcome.Clear : VerificationOutcome.Excluded };

    private static ExclusionStatus StatusOf(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Excluded => ExclusionStatus.Excluded,
        VerificationOutcome.Clear => ExclusionStatus.Clear,
        _ => ExclusionStatus.PossibleMatch,
    };
}
