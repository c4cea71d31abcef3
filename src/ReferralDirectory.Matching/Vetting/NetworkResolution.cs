using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Network facts of all sources side by side: which one rules depends on the day, so the gate chooses.</summary>
internal static class NetworkResolution
{
    public static ImmutableArray<NetworkFact> Resolve(ImmutableArray<SourceRecord> records, LedgerView ledger) =>
    [
        .. records.SelectMany(record => record.Networks).Where(fact => !ledger.Refutes(fact))
            .Concat(WordsOf(ledger).Select(entry => FactOf(entry, ledger)).OfType<NetworkFact>())
            .GroupBy(fact => (fact.Insurer, fact.Network, fact.ListingZip, fact.Source.Source))
            .OrderBy(facts => facts.Key.Insurer).ThenBy(facts => facts.Key.Network?.Value, StringComparer.Ordinal)
            .ThenBy(facts => facts.Key.ListingZip?.Value, StringComparer.Ordinal).ThenBy(facts => facts.Key.Source, StringComparer.Ordinal)
            .Select(Newest),
    ];

    /// <summary>Checks, and of the decisions on one matter the last.</summary>
    private static IEnumerable<Verification> WordsOf(LedgerView ledger)
    {
        var words = ledger.Of(VerificationAspect.Network).ToLookup(entry => entry.Sequence is not null);
        return words[false].Concat(words[true].DistinctBy(entry => (entry.Reference, entry.Subject.Zip, entry.Source)));
    }

    /// <summary>A source's newest word; on one day its stronger method, then "out".</summary>
    private static NetworkFact Newest(IEnumerable<NetworkFact> facts) => facts
        .OrderByDescending(fact => fact.Source.AsOf).ThenBy(fact => fact.Source.Method).ThenBy(fact => fact.InNetwork)
        .ThenBy(fact => fact.To ?? DateOnly.MaxValue).ThenBy(fact => fact.From ?? DateOnly.MinValue).ThenBy(fact => fact.Accepting ?? true)
        .First();

    /// <summary>A reference is <c>insurer</c> or <c>insurer/network</c>; unless the source says from when, the fact holds from the day of the check.</summary>
    private static NetworkFact? FactOf(Verification entry, LedgerView ledger)
    {
        var parts = entry.Reference.Split('/');
        if (entry.Outcome is not (VerificationOutcome.InNetwork or VerificationOutcome.OutOfNetwork) || parts.Length > 2
            || !Code<Insurer>.TryParse(parts[0], out var insurer))
        {
            return null;
        }

        var network = parts.Length == 2 && Code<Network>.TryParse(parts[1], out var code) ? code : (Code<Network>?)null;
        return parts.Length == 2 && network is null
            ? null
            : new NetworkFact(insurer, network, entry.Outcome == VerificationOutcome.InNetwork, entry.ValidFrom ?? entry.CheckedOn, entry.ValidUntil, AcceptingOf(entry, ledger),
                entry.Subject.Zip, LedgerView.ProvenanceOf(entry));
    }

    /// <summary>
    /// Whether new patients of the network are taken, by the same source: its newest word about the place or the person. What it said
    /// before it last spoke of the network counts no more.
    /// </summary>
    private static bool? AcceptingOf(Verification network, LedgerView ledger)
    {
        var said = network.Outcome != VerificationOutcome.InNetwork ? null : ledger.Of(VerificationAspect.Accepting).FirstOrDefault(entry =>
            entry.Source == network.Source && entry.Reference == network.Reference && entry.CheckedOn >= network.CheckedOn
            && (entry.Subject.Zip is null || entry.Subject.Zip == network.Subject.Zip));
        return said?.Outcome switch
        {
            VerificationOutcome.Yes => true,
            VerificationOutcome.No or VerificationOutcome.ExistingOnly => false,
            _ => null,
        };
    }
}
