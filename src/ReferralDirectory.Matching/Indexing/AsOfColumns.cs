using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>What today says of the listings of a block: tiers, and the raw values of the rules that only look at ages.</summary>
internal sealed class AsOfColumns
{
    /// <summary>The highest tier that does not depend on the order; the one above also needs a specialty that the order can use.</summary>
    public const int MostWithoutSpecialty = 3;

    private readonly ulong[]?[] atLeast = new ulong[]?[MostWithoutSpecialty + 1];

    public AsOfColumns(ReadOnlySpan<IndexedListing> entries, DateOnly asOf, KnowledgeTables knowledge)
    {
        Specialties = new ulong[entries.Length];
        Vetting = new int[entries.Length];
        VettingWithSpecialty = new int[entries.Length];
        Availability = new int[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var (therapist, place) = (entries[i].Therapist.Profile, entries[i].Listing.Place);
            var facts = TierFacts.Of(therapist, place.Address.State, asOf, knowledge, ModalitySet.Empty);
            for (var tier = 0; tier <= facts.Tier && !therapist.IdentityConflict; tier++)
                Bits.Set(ref atLeast[tier], i);
            Specialties[i] = facts.Tier == MostWithoutSpecialty ? TierFacts.SpecialtiesOf(therapist, asOf, knowledge).Bits : 0;
            Vetting[i] = VettingRule.Raw(facts, facts.Tier, asOf);
            VettingWithSpecialty[i] = VettingRule.Raw(facts, MostWithoutSpecialty + 1, asOf);
            Availability[i] = AvailabilityRule.Raw(place, asOf);
        }
    }

    /// <summary>The modalities of confirmed specialties, for those whom one that the order can use lifts above tier 3.</summary>
    public ulong[] Specialties { get; }

    /// <summary>Raw values in the listing's state, without and with a specialty that the order can use.</summary>
    public int[] Vetting { get; }

    public int[] VettingWithSpecialty { get; }

    public int[] Availability { get; }

    /// <param name="tier">0 … 3, in the listing's state. Whose identity is in conflict is in none.</param>
    public ulong[]? AtLeast(int tier) => atLeast[tier];
}
