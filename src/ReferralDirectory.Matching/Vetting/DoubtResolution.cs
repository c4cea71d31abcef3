using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>What speaks against the facts of the directory and was not answered since.</summary>
internal static class DoubtResolution
{
    private static readonly ImmutableArray<VerificationAspect> DirectoryFacts =
        [VerificationAspect.Address, VerificationAspect.Phone, VerificationAspect.Accepting, VerificationAspect.Network];

    /// <param name="records">What the sources say.</param>
    /// <param name="ledger">The entries that count.</param>
    /// <param name="listings">What the directory says of places.</param>
    /// <param name="networks">What it says of networks.</param>
    public static ImmutableArray<Doubt> Resolve(
        ImmutableArray<SourceRecord> records, LedgerView ledger, ImmutableArray<Listing> listings, ImmutableArray<NetworkFact> networks) =>
    [
        .. DirectoryFacts.SelectMany(ledger.Disputes).Where(entry => DisputedValue.IsStillSaid(entry, listings, networks)).Select(entry => (Doubt: DoubtOf(DoubtKind.Disputed, entry), entry.Sequence))
            .Where(dispute => !dispute.Doubt.IsAnsweredBy(ledger, networks, dispute.Sequence ?? 0)).Select(dispute => dispute.Doubt)
            .Concat(SourceDisagreement.Of(records, networks).Where(doubt => !doubt.IsAnsweredBy(ledger, networks)))
            .Concat(ledger.Of(VerificationAspect.Address).Where(IsReturnedMail).Select(entry => DoubtOf(DoubtKind.ReturnedMail, entry)).Where(doubt => !doubt.IsAnsweredBy(ledger, networks)))
            .GroupBy(doubt => (doubt.Kind, doubt.Aspect, doubt.Reference, doubt.Zip))
            .Select(doubts => doubts.MaxBy(doubt => doubt.Since)!)
            .OrderBy(doubt => doubt.Kind).ThenBy(doubt => doubt.Aspect).ThenBy(doubt => doubt.Reference, StringComparer.Ordinal).ThenBy(doubt => doubt.Zip?.Value, StringComparer.Ordinal),
    ];

    private static bool IsReturnedMail(Verification entry) =>
        entry.Outcome == VerificationOutcome.Refuted && string.Equals(entry.Reference, Verification.ReturnedMail, StringComparison.Ordinal);

    private static Doubt DoubtOf(DoubtKind kind, Verification entry) =>
        new(kind, entry.Aspect, entry.Aspect == VerificationAspect.Network ? entry.Reference : "", entry.Subject.Zip, entry.CheckedOn);
}
