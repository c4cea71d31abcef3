using System.Collections.Frozen;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// What counts of many decisions: for each pair of records a person's before a run's, then the latest, and of two at one moment the one
/// that keeps them apart.
/// </summary>
internal sealed class LinkDecisions
{
    private readonly FrozenDictionary<(string One, string Other), LinkDecision> standing;

    private LinkDecisions(IEnumerable<LinkDecision> decisions) => standing = decisions
        .GroupBy(decision => Ordered(decision.One.Key, decision.Other.Key))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.MaxBy(decision => (decision.Authority, decision.DecidedAt, decision.Verdict))!);

    public static LinkDecisions None { get; } = new([]);

    public bool Any => standing.Count > 0;

    /// <summary>Those that join, a person's before a run's, the surest first.</summary>
    public IEnumerable<LinkDecision> Merges => standing.Values.Where(decision => decision.Verdict == LinkVerdict.Merged)
        .OrderByDescending(decision => decision.Authority).ThenByDescending(decision => decision.Probability)
        .ThenBy(decision => Ordered(decision.One.Key, decision.Other.Key).One, StringComparer.Ordinal)
        .ThenBy(decision => Ordered(decision.One.Key, decision.Other.Key).Other, StringComparer.Ordinal);

    public static LinkDecisions Of(IReadOnlyCollection<LinkDecision> decisions) => decisions.Count == 0 ? None : new LinkDecisions(decisions);

    public bool KeepApart(SourceRecord one, SourceRecord other) => standing.Count > 0
        && standing.TryGetValue(Ordered(KeyOf(one), KeyOf(other)), out var decision) && decision.Verdict == LinkVerdict.Apart;

    public bool KeepApart(IReadOnlyList<SourceRecord> ones, IReadOnlyList<SourceRecord> others) =>
        standing.Count > 0 && ones.Any(one => others.Any(other => KeepApart(one, other)));

    public static SubjectKey SubjectOf(SourceRecord record) => SubjectKey.OfMember(record.Organization, record.MemberKey);

    public static string KeyOf(SourceRecord record) => SubjectOf(record).Key;

    private static (string One, string Other) Ordered(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
}
