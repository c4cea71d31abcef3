using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>What today says of the listings of a block: tiers, and the scores of the rules that do not ask about the order or the patient.</summary>
internal sealed class AsOfColumns
{
    /// <summary>A directory ranks for two audiences.</summary>
    private const int WeightsKept = 2;

    private readonly Recent<RuleWeights, StandingScores> standing;
    private readonly PerState<TierColumns> abroad;

    public AsOfColumns(Block block, DateOnly asOf, KnowledgeTables knowledge)
    {
        Tiers = new TierColumns(block.Entries.AsSpan(), asOf, knowledge, entry => entry.Listing.Place.Address.State);
        Availability = [.. block.Entries.Select(entry => AvailabilityRule.Raw(entry.Listing.Place, asOf))];
        standing = new Recent<RuleWeights, StandingScores>(WeightsKept, weights => new StandingScores(weights, Tiers, Availability, block.Fixed.Record));
        abroad = new PerState<TierColumns>(state => new TierColumns(
            block.Entries.AsSpan(), asOf, knowledge, entry => VisitModes.MayVisitAbroad(entry, state, knowledge) ? state : null));
    }

    /// <summary>Each in the listing's own state.</summary>
    public TierColumns Tiers { get; }

    /// <summary>The raw value of the availability rule.</summary>
    public int[] Availability { get; }

    /// <summary>Of those who may come from another state, for home visits in this one.</summary>
    public TierColumns Abroad(StateCode state) => abroad.For(state);

    public StandingScores Standing(RuleWeights weights) => standing.For(weights);
}
