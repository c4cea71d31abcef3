using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>What ends a doubt: a newer check by somebody who should know; a dispute also by one of the therapist's own. A list that says the same again is none.</summary>
internal static class DoubtAnswers
{
    /// <param name="doubt">The doubt.</param>
    /// <param name="ledger">The entries that count.</param>
    /// <param name="networks">What the sources say of networks.</param>
    /// <param name="sequence">Of the entry that raised the doubt: of one day, later entries have higher ones.</param>
    public static bool IsAnsweredBy(this Doubt doubt, LedgerView ledger, ImmutableArray<NetworkFact> networks, int sequence = 0) => ledger.Of(doubt.Aspect).Any(entry =>
        IsCheck(entry, doubt) && IsAnswer(entry, doubt, networks) && IsAbout(entry, doubt)
        && (entry.CheckedOn, entry.Sequence ?? 0).CompareTo((doubt.Since, sequence)) > 0);

    /// <summary>Both are <c>insurer</c> or <c>insurer/network</c>.</summary>
    public static bool AreOfOneInsurer(string one, string other) => InsurerOf(one).SequenceEqual(InsurerOf(other));

    /// <summary>An insurer's file says month after month what it has; only where it takes that back has somebody looked.</summary>
    private static bool IsCheck(Verification entry, Doubt doubt) => entry.Method switch
    {
        FactMethod.PrimarySource or FactMethod.Organization => true,
        FactMethod.InsurerFile => doubt.Kind != DoubtKind.Disputed
            || entry.Outcome is VerificationOutcome.OutOfNetwork or VerificationOutcome.No or VerificationOutcome.ExistingOnly or VerificationOutcome.Refuted,
        FactMethod.SelfReported => doubt.Kind == DoubtKind.Disputed,
        _ => false,
    };

    /// <summary>What an insurer says of its own patients only is no answer about new patients at large.</summary>
    private static bool IsAbout(Verification entry, Doubt doubt) => (entry.Subject.Zip is null || entry.Subject.Zip == doubt.Zip) && doubt.Aspect switch
    {
        VerificationAspect.Network => AreOfOneInsurer(entry.Reference, doubt.Reference),
        VerificationAspect.Accepting => entry.Reference.Length == 0,
        _ => true,
    };

    private static ReadOnlySpan<char> InsurerOf(string reference) =>
        reference.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? reference.AsSpan(0, slash) : reference;

    /// <summary>
    /// A refutation takes the doubtful fact away, and so answers; but "out of network" yields to a stronger source that says "in", which stays
    /// in doubt then, and an address from which mail came back is not restored by a second refutation.
    /// </summary>
    private static bool IsAnswer(Verification entry, Doubt doubt, ImmutableArray<NetworkFact> networks) => entry.Outcome switch
    {
        VerificationOutcome.OutOfNetwork => !networks.Any(fact =>
            fact.InNetwork && fact.Source.Method < entry.Method && AreOfOneInsurer(fact.Insurer.Value, doubt.Reference)),
        VerificationOutcome.Refuted => doubt.Kind != DoubtKind.ReturnedMail,
        _ => true,
    };
}
