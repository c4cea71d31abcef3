using ReferralDirectory.Matching.Images;
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

    /// <param name="block">Whose columns these are.</param>
    /// <param name="entries">Its listings, unpacked.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="knowledge">The rules of the states.</param>
    public AsOfColumns(Block block, IndexedListing[] entries, DateOnly asOf, KnowledgeTables knowledge)
        : this(
            block, asOf, knowledge,
            new TierColumns(entries.Index(), asOf, knowledge, entry => entry.Listing.Place.Address.State),
            [.. entries.Select(entry => AvailabilityRule.Raw(entry.Listing.Place, asOf))])
    {
    }

    public AsOfColumns(Block block, ImageReader from, DateOnly asOf, KnowledgeTables knowledge)
        : this(block, asOf, knowledge, new TierColumns(from), from.Column<int>())
    {
    }

    private AsOfColumns(Block block, DateOnly asOf, KnowledgeTables knowledge, TierColumns tiers, int[] availability)
    {
        (Tiers, Availability) = (tiers, availability);
        standing = new Recent<RuleWeights, StandingScores>(WeightsKept, weights => new StandingScores(weights, Tiers, Availability, block.Fixed.Record));
        abroad = new PerState<TierColumns>(
            state => new TierColumns(block.MayVisitAbroad(state).Select(place => (place, block.Unpack(place))), asOf, knowledge, _ => state));
    }

    /// <summary>Each in the listing's own state.</summary>
    public TierColumns Tiers { get; }

    /// <summary>The raw value of the availability rule.</summary>
    public int[] Availability { get; }

    /// <summary>Of those who may come from another state, for home visits in this one.</summary>
    public TierColumns Abroad(StateCode state) => abroad.For(state);

    public StandingScores Standing(RuleWeights weights) => standing.For(weights);

    public void Write(ImageWriter to)
    {
        Tiers.Write(to);
        to.Column<int>(Availability);
    }
}
