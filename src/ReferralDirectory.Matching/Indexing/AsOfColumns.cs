using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>What today says of the listings of a block: tiers, and the scores of the rules that do not ask about the order or the patient.</summary>
internal sealed class AsOfColumns
{
    private readonly PerState<TierColumns> abroad;

    public AsOfColumns(Block block, ImageReader from, DateOnly asOf, KnowledgeTables knowledge)
        : this(block, asOf, knowledge, new TierColumns(from), from.Column<int>())
    {
    }

    private AsOfColumns(Block block, DateOnly asOf, KnowledgeTables knowledge, TierColumns tiers, int[] availability)
    {
        (Tiers, Availability) = (tiers, availability);
        abroad = new PerState<TierColumns>(state => AbroadIn(state, block, asOf, knowledge));
    }

    /// <summary>Each in the listing's own state.</summary>
    public TierColumns Tiers { get; }

    /// <summary>The raw value of the availability rule.</summary>
    public int[] Availability { get; }

    /// <summary>Of those who may come from another state, for home visits in this one.</summary>
    public TierColumns Abroad(StateCode state) => abroad.For(state);

    public void Write(ImageWriter to)
    {
        Tiers.Write(to);
        to.Column<int>(Availability);
    }

    private static TierColumns AbroadIn(StateCode state, Block block, DateOnly asOf, KnowledgeTables knowledge)
    {
        var tiers = new TierColumns.Builder(asOf, knowledge);
        foreach (var place in block.MayVisitAbroad(state))
            tiers.Add(place, block.Unpack(place).Therapist.Profile, state);
        return tiers.Build();
    }

    /// <summary>Takes listings in rising order.</summary>
    /// <param name="count">How many will come.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="knowledge">The rules of the states.</param>
    public sealed class Builder(int count, DateOnly asOf, KnowledgeTables knowledge)
    {
        private readonly TierColumns.Builder tiers = new(asOf, knowledge);
        private readonly int[] availability = new int[count];

        public void Add(int place, in IndexedListing entry)
        {
            tiers.Add(place, entry.Therapist.Profile, entry.Listing.Place.Address.State);
            availability[place] = AvailabilityRule.Raw(entry.Listing.Place, asOf);
        }

        /// <param name="block">Whose columns these are.</param>
        public AsOfColumns Build(Block block) => new(block, asOf, knowledge, tiers.Build(), availability);
    }
}
