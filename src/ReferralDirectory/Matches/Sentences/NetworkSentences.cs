using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>What is known of a therapist and a payer. Being in a network is never called a benefit.</summary>
internal static class NetworkSentences
{
    public static string Of(string code, NetworkEvidence evidence, KnowledgeTables knowledge) => (code, evidence.Fact) switch
    {
        ("self-pay", _) => "The patient pays: no network is needed",
        ("plan-network", { } fact) => $"In {Named(fact, knowledge)}, which the plan uses, by {Phrases.Of(fact.Source)}",
        ("insurer-wide", { } fact) => $"In network with {knowledge.NameOf(fact.Insurer)} as a whole, by {Phrases.Of(fact.Source)}",
        ("other-network", { } fact) => $"In {Named(fact, knowledge)}, by {Phrases.Of(fact.Source)}",
        ("out-of-network", { } fact) => $"Out of network with {knowledge.NameOf(fact.Insurer)}, by {Phrases.Of(fact.Source)}",
        ("network-lapsed", { To: { } end } fact) => $"Was in network with {knowledge.NameOf(fact.Insurer)} until {Phrases.Of(end)}",
        ("network-lapsed", { From: { } start } fact) => $"In network with {knowledge.NameOf(fact.Insurer)} only from {Phrases.Of(start)}",
        ("network-lapsed", { } fact) => $"Not in network with {knowledge.NameOf(fact.Insurer)} on the service date",
        ("no-network-fact", _) => "Nothing says that this therapist is in the network",
        _ => GateSentences.Unworded(code),
    };

    /// <summary>The rule's sentence: whose word it is, and how old.</summary>
    public static string Weighed(NetworkEvidence evidence, KnowledgeTables knowledge) => evidence switch
    {
        { Status: NetworkStatus.SelfPay } => "The patient pays: every therapist earns the same here",
        { Fact: { } fact } => $"{knowledge.NameOf(fact.Insurer)} by {Phrases.Of(fact.Source)}{Scope(evidence.ConfirmedFor)}",
        _ => "No network fact is known",
    };

    private static string Named(NetworkFact fact, KnowledgeTables knowledge) =>
        fact.Network is { } network ? $"the network {knowledge.NameOf(network)}" : $"network with {knowledge.NameOf(fact.Insurer)}";

    private static string Scope(NetworkScope scope) => scope switch
    {
        NetworkScope.Plan => ", for the plan",
        NetworkScope.InsurerWide => ", for the insurer as a whole",
        NetworkScope.OtherNetwork => ", for a network of the insurer",
        NetworkScope.None => "",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "A scope without words."),
    };
}
