using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>What is known of a therapist and a payer. Being in a network is never called a benefit.</summary>
internal static class NetworkSentences
{
    public static Sentence Of(Sentence text, string code, NetworkEvidence evidence, KnowledgeTables knowledge) => (code, evidence.Fact) switch
    {
        ("self-pay", _) => text.Say("The patient pays: no network is needed"),
        ("plan-network", { } fact) => Named(text.Say("In "), fact, knowledge).Say($", which the plan uses ({Where(fact)}), by {fact.Source}"),
        ("insurer-wide", { } fact) => text.Say($"In network with {knowledge.NameOf(fact.Insurer)} as a whole ({Where(fact)}), by {fact.Source}"),
        ("other-network", { } fact) => Named(text.Say("In "), fact, knowledge).Say($" ({Where(fact)}), by {fact.Source}"),
        ("out-of-network", { AppliesTo: NetworkFactSubject.Listing } fact) => text.Say($"Out of network with {knowledge.NameOf(fact.Insurer)} at this place, by {fact.Source}"),
        ("out-of-network", { } fact) => text.Say($"Out of network with {knowledge.NameOf(fact.Insurer)}, by {fact.Source}"),
        ("network-lapsed", { To: { } end } fact) => text.Say($"Was in network with {knowledge.NameOf(fact.Insurer)} until {end}"),
        ("network-lapsed", { From: { } start } fact) => text.Say($"In network with {knowledge.NameOf(fact.Insurer)} only from {start}"),
        ("network-lapsed", { } fact) => text.Say($"Not in network with {knowledge.NameOf(fact.Insurer)} on the service date"),
        ("no-network-fact", _) => text.Say("Nothing says that this therapist is in the network"),
        _ => text.Say(GateSentences.Unworded(code)),
    };

    /// <summary>The rule's sentence: whose word it is, and how old.</summary>
    public static Sentence Weighed(Sentence text, NetworkEvidence evidence, KnowledgeTables knowledge) => evidence switch
    {
        { Status: NetworkStatus.SelfPay } => text.Say("The patient pays: every therapist earns the same here"),
        { Fact: { } fact } => text.Say($"{knowledge.NameOf(fact.Insurer)} by {fact.Source}{Scope(evidence.ConfirmedFor)} ({Where(fact)})"),
        _ => text.Say("No network fact is known"),
    };

    /// <summary>Did the source speak of this place of practice, or of the therapist, wherever that is?</summary>
    public static string Where(NetworkFact fact) => fact.AppliesTo switch
    {
        NetworkFactSubject.Listing => "confirmed for this place",
        NetworkFactSubject.Provider => "for the provider, not confirmed for this place",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.AppliesTo, "A subject without words."),
    };

    private static Sentence Named(Sentence text, NetworkFact fact, KnowledgeTables knowledge) =>
        fact.Network is { } network ? text.Say($"the network {knowledge.NameOf(network)}") : text.Say($"network with {knowledge.NameOf(fact.Insurer)}");

    private static string Scope(NetworkScope scope) => scope switch
    {
        NetworkScope.Plan => ", for the plan",
        NetworkScope.InsurerWide => ", for the insurer as a whole",
        NetworkScope.OtherNetwork => ", for a network of the insurer",
        NetworkScope.None => "",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "A scope without words."),
    };
}
