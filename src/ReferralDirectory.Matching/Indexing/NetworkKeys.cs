using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// The questions about networks that a coverage can ask, numbered: an insurer without a plan, an insurer's plan (plans with the same
/// networks ask the same), any payer of a kind. A block keeps a column for each that somebody in it answers with "in".
/// </summary>
internal sealed class NetworkKeys
{
    private readonly List<NetworkQuestion> questions = [];
    private readonly FrozenDictionary<Code<Insurer>, ImmutableArray<int>> byPayer;
    private readonly FrozenDictionary<(Code<Insurer>, Code<Plan>?), int> byPlan;
    private readonly FrozenDictionary<InsurerKind, int> byKind;

    public NetworkKeys(KnowledgeTables knowledge)
    {
        var plans = new Dictionary<(Code<Insurer>, Code<Plan>?), int>();
        foreach (var insurer in knowledge.Rows.Insurers.Select(row => row.Id))
            plans.Add((insurer, null), Add(NetworkQuestion.Of(insurer, null, default, knowledge)));
        foreach (var sameNetworks in knowledge.Rows.Plans.GroupBy(plan => (plan.Insurer, string.Join(" ", plan.Networks.Select(network => network.Value).Order(StringComparer.Ordinal)))))
        {
            var key = Add(NetworkQuestion.Of(sameNetworks.Key.Insurer, sameNetworks.First().Id, default, knowledge));
            foreach (var plan in sameNetworks)
                plans.Add((plan.Insurer, plan.Id), key);
        }

        byPlan = plans.ToFrozenDictionary();
        byKind = Enum.GetValues<InsurerKind>().ToFrozenDictionary(kind => kind, kind => Add(NetworkQuestion.OfAny(kind, default, knowledge)));
        byPayer = questions.SelectMany((question, key) => question.Payers.Select(payer => (payer, key)))
            .GroupBy(pair => pair.payer, pair => pair.key)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public int Count => questions.Count;

    /// <summary>The key of what a coverage asks; −1 when the catalogue does not know the insurer or the plan.</summary>
    public int Find(Coverage coverage) =>
        coverage.Insurer is { } payer ? byPlan.GetValueOrDefault((payer, coverage.Plan), -1) : byKind[NetworkQuestion.KindOf(coverage.Kind)];

    /// <summary>The keys that a fact of an insurer can answer.</summary>
    public ReadOnlySpan<int> AnsweredBy(Code<Insurer> insurer) => byPayer.GetValueOrDefault(insurer, []).AsSpan();

    /// <summary>Every question, as of a day.</summary>
    public NetworkQuestion[] On(DateOnly day) => [.. questions.Select(question => question with { Day = day })];

    private int Add(NetworkQuestion question)
    {
        questions.Add(question);
        return questions.Count - 1;
    }
}
