using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>The tiers of the listings of a block on a day, for practice in one state or another.</summary>
internal sealed class TierColumns
{
    /// <summary>The highest tier that does not depend on the order; the one above also needs a specialty that the order can use.</summary>
    public const int MostWithoutSpecialty = 3;

    private readonly ulong[]?[] atLeast = new ulong[]?[MostWithoutSpecialty + 1];

    /// <param name="count">Of all listings of the block.</param>
    /// <param name="entries">Those that count, by their places; in the others nobody has a tier.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="knowledge">The rules of the states.</param>
    /// <param name="stateOf">The state of the visit.</param>
    public TierColumns(int count, IEnumerable<(int Place, IndexedListing Entry)> entries, DateOnly asOf, KnowledgeTables knowledge, Func<IndexedListing, StateCode> stateOf)
    {
        Specialties = new ulong[count];
        Vetting = new int[count];
        foreach (var (place, entry) in entries)
        {
            var therapist = entry.Therapist.Profile;
            var facts = TierFacts.Of(therapist, stateOf(entry), asOf, knowledge, ModalitySet.Empty);
            for (var tier = 0; tier <= facts.Tier && !therapist.IdentityConflict; tier++)
                Bits.Set(ref atLeast[tier], place);
            Specialties[place] = facts.Tier == MostWithoutSpecialty ? TierFacts.SpecialtiesOf(therapist, asOf, knowledge).Bits : 0;
            Vetting[place] = VettingRule.Raw(facts, facts.Tier, asOf);
        }
    }

    /// <summary>The modalities of confirmed specialties, for those whom one that the order can use lifts above tier 3.</summary>
    public ulong[] Specialties { get; }

    /// <summary>The raw value of the vetting rule, without a specialty that the order can use.</summary>
    private int[] Vetting { get; }

    /// <summary>The raw value of the vetting rule for an order that can use some modalities.</summary>
    public int VettingFor(int place, ModalitySet relevant) => Vetting[place] + ((Specialties[place] & relevant.Bits) == 0 ? 0 : VettingRule.SpecialtyWorth);

    /// <summary>The raw value of the vetting rule for an order that can use every modality.</summary>
    public int MostVetting(int place) => VettingFor(place, new ModalitySet(ulong.MaxValue));

    /// <param name="tier">0 … 3. Whose identity is in conflict is in none.</param>
    public ulong[]? AtLeast(int tier) => atLeast[tier];
}
