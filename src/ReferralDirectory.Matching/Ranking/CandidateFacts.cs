using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>What several gates and rules explain one candidate by, found once for all of them. Serves one thread.</summary>
internal sealed class CandidateFacts(Candidate candidate, MatchQuery query)
{
    private TierFacts? tierFacts;
    private VettingAssessment? vetting;
    private NetworkRuling? ruling;
    private NetworkEvidence? network;
    private AcceptingEvidence? accepting;
    private ImmutableArray<PairEvidence> pairs;
    private ModalitySet? usable;

    public Candidate Candidate { get; } = candidate;

    public MatchQuery Query { get; } = query;

    /// <summary>What the tier is made of.</summary>
    public TierFacts TierFacts => tierFacts ??= VettedGate.FactsOf(Candidate, Query);

    public VettingAssessment Vetting => vetting ??= VettedGate.Assess(this);

    public NetworkRuling Ruling => ruling ??= NetworkRuling.Of(Candidate, Query);

    public NetworkEvidence Network => network ??= InNetworkGate.Evidence(Ruling, Query);

    public AcceptingEvidence Accepting => accepting ??= AvailabilityRule.Evidence(Candidate, Query);

    /// <summary>What the therapist offers and may practise.</summary>
    public ModalitySet Usable => usable ??= IndicatedGate.UsableBy(Candidate, Query);

    /// <summary>The best pair of each diagnosis that has one.</summary>
    public ImmutableArray<PairEvidence> Pairs => pairs.IsDefault ? pairs = ModalityFitRule.PairsOf(Candidate, Query, Usable) : pairs;
}
