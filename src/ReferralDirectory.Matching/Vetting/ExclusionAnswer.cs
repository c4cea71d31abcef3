using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// What an exclusion list says under one key of a person. A list's newest word about a key takes the place of its older ones, where the same
/// body read the list: another's "clear" is a word of its own. A match that names the entry of the list follows the decision about that
/// entry, under whichever key of the person it was made; one that names none is judged only by a decision that is newer, and a confirmed
/// exclusion that names none by no decision at all.
/// </summary>
/// <param name="Said">The list's word.</param>
/// <param name="Decision">By which a person judged it; null: nobody has.</param>
public sealed record ExclusionAnswer(Verification Said, Verification? Decision)
{
    /// <param name="group">The records of one person.</param>
    /// <param name="ledger">The entries whose subject is a key of the group, in any order.</param>
    public static ImmutableArray<ExclusionAnswer> Of(IdentityGroup group, IReadOnlyCollection<Verification> ledger) => [.. Of(new LedgerView(group, ledger))];

    internal static IEnumerable<ExclusionAnswer> Of(LedgerView ledger)
    {
        var decisions = ledger.Of(VerificationAspect.Exclusion).Where(LedgerView.IsDecision).ToLookup(entry => entry.Reference, StringComparer.Ordinal);
        var general = GeneralDecision(ledger);
        var checks = ledger.Of(VerificationAspect.Exclusion).Where(entry => !LedgerView.IsDecision(entry)).ToLookup(IsUnnamedMatch);
        return checks[false]
            .GroupBy(entry => (entry.Subject.Key, entry.Source, entry.CheckedBy))
            .SelectMany(entries => entries.TakeWhile(entry => entry.CheckedOn == entries.First().CheckedOn))
            .Concat(checks[true])
            .Select(entry => new ExclusionAnswer(entry, (IsUnnamedMatch(entry) ? null : decisions[$"{Verification.Decision}/{entry.Reference}"].FirstOrDefault()) ?? NewerThan(entry, general)));
    }

    /// <summary>The last about matches at large.</summary>
    internal static Verification? GeneralDecision(LedgerView ledger) => ledger.Of(VerificationAspect.Exclusion)
        .FirstOrDefault(entry => LedgerView.IsDecision(entry) && string.Equals(entry.Reference, Verification.Decision, StringComparison.Ordinal));

    private static bool IsUnnamedMatch(Verification entry) => entry is { Outcome: VerificationOutcome.PossibleMatch, Reference.Length: 0 };

    /// <summary>Decided about matches at large: about those that were found before, and not about exclusions.</summary>
    private static Verification? NewerThan(Verification entry, Verification? decision) =>
        entry.Outcome == VerificationOutcome.PossibleMatch && decision?.CheckedOn > entry.CheckedOn ? decision : null;
}
