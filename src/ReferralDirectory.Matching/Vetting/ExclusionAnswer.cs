using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// What an exclusion list says under one key of a person. A list's newest word about a key takes the place of its older ones, where the same
/// body read the list: another's "clear" is a word of its own. It is judged by a decision under whichever key of the person
/// (<see cref="ExclusionDecisions"/>).
/// </summary>
/// <param name="Said">The list's word.</param>
/// <param name="Decision">By which a person judged it; null: nobody has.</param>
public sealed record ExclusionAnswer(Verification Said, Verification? Decision)
{
    /// <param name="group">The records of one person.</param>
    /// <param name="ledger">The entries whose subject is a key of the group, or was one, in any order.</param>
    public static ImmutableArray<ExclusionAnswer> Of(IdentityGroup group, IReadOnlyCollection<Verification> ledger)
    {
        var view = new LedgerView(group, ledger);
        return [.. Of(view), .. Of(view.Watched)];
    }

    internal static IEnumerable<ExclusionAnswer> Of(LedgerView ledger)
    {
        var decisions = Decisions(ledger);
        var checks = ledger.Of(VerificationAspect.Exclusion).Where(entry => !ExclusionDecisions.IsDecision(entry)).ToLookup(IsUnnamedMatch);
        return checks[false]
            .GroupBy(entry => (entry.Subject.Key, entry.Source, entry.CheckedBy))
            .SelectMany(entries => entries.TakeWhile(entry => entry.CheckedOn == entries.First().CheckedOn))
            .Concat(checks[true])
            .Select(entry => new ExclusionAnswer(entry, ExclusionDecisions.About(entry, decisions)));
    }

    /// <summary>The newest first.</summary>
    internal static List<Verification> Decisions(LedgerView ledger) => [.. ledger.Of(VerificationAspect.Exclusion).Where(ExclusionDecisions.IsDecision)];

    /// <summary>It stays until it is decided.</summary>
    private static bool IsUnnamedMatch(Verification entry) => entry is { Outcome: VerificationOutcome.PossibleMatch, Reference.Length: 0 };
}
