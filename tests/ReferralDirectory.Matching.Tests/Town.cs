using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests;

/// <summary>A few therapists, compiled, and the questions that tests put to them.</summary>
internal sealed class Town(params TherapistBuilder[] therapists)
{
    public static RankingOptions Options { get; } = new();

    public MatchIndex Index { get; } = Compile(therapists.Select(therapist => therapist.Build()));

    public static MatchIndex Compile(IEnumerable<TherapistProfile> therapists, int listingsPerBlock = Block.Capacity) =>
        MatchIndexCompiler.Compile(new DirectorySnapshot(1, SmallKnowledge.Tables, [], [.. therapists]), listingsPerBlock);

    public MatchAnswer Match(OrderBuilder order) => Ranker.Match(Index, order.Build(), Options);

    /// <summary>The ids of the answer, the best first.</summary>
    public ImmutableArray<long> Order(OrderBuilder order) => [.. Match(order).Results.Select(hit => hit.Therapist.Id.Value)];

    /// <summary>The only result.</summary>
    public MatchHit Hit(OrderBuilder order) => Assert.Single(Match(order).Results);

    public TherapistExplanation Explain(OrderBuilder order, long id = 1) => Ranker.Explain(Index, order.Build(), new TherapistId(id), Options)!;

    /// <summary>What a gate said of the only therapist.</summary>
    public static GateOutcome Ask(GateId gate, TherapistBuilder therapist, OrderBuilder? order = null) =>
        new Town(therapist).Explain(order ?? An.Order(), therapist.Build().Id.Value).Gates.Single(outcome => outcome.Gate == gate);
}
