using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>The tiers of some listings of a block on a day, for practice in one state or another.</summary>
internal sealed class TierColumns
{
    /// <summary>The highest tier that does not depend on the order; the one above also needs a specialty that the order can use.</summary>
    public const int MostWithoutSpecialty = 3;

    private readonly ulong[]?[] atLeast;
    private readonly SparseColumn<int> vetting;
    private readonly SparseColumn<ModalitySet>? specialties;

    private TierColumns(ulong[]?[] atLeast, SparseColumn<int> vetting, SparseColumn<ModalitySet>? specialties) =>
        (this.atLeast, this.vetting, this.specialties) = (atLeast, vetting, specialties);

    public TierColumns(ImageReader from)
    {
        atLeast = new ulong[]?[MostWithoutSpecialty + 1];
        from.Rows(atLeast);
        vetting = new SparseColumn<int>(from);
        specialties = from.Optional(static from => new SparseColumn<ModalitySet>(from));
    }

    /// <param name="tier">0 … 3. Whose identity is in conflict is in none.</param>
    public ulong[]? AtLeast(int tier) => atLeast[tier];

    /// <summary>Is lifted above tier 3 by a specialty in one of the modalities?</summary>
    public bool IsSpecialist(int place, ModalitySet relevant) => specialties is not null && Bits.Contains(specialties.Row, place) && specialties[place].Overlaps(relevant);

    /// <summary>The raw value of the vetting rule for an order that can use every modality.</summary>
    public int MostVetting(int place) => vetting[place] + (IsSpecialist(place, ModalitySet.All) ? VettingRule.SpecialtyWorth : 0);

    public void Write(ImageWriter to)
    {
        to.Rows(atLeast);
        vetting.Write(to);
        to.Optional(specialties, static (column, to) => column.Write(to));
    }

    /// <summary>Takes the listings that count in rising order.</summary>
    /// <param name="asOf">Today.</param>
    /// <param name="knowledge">The rules of the states.</param>
    public sealed class Builder(DateOnly asOf, KnowledgeTables knowledge)
    {
        private readonly ulong[]?[] atLeast = new ulong[]?[MostWithoutSpecialty + 1];
        private readonly List<int> values = [];
        private readonly List<ModalitySet> sets = [];
        private ulong[]? judged;
        private ulong[]? special;

        /// <param name="place">The listing.</param>
        /// <param name="therapist">Its therapist.</param>
        /// <param name="state">Of the visit.</param>
        public void Add(int place, TherapistProfile therapist, StateCode state)
        {
            var facts = TierFacts.Of(therapist, state, asOf, knowledge, ModalitySet.Empty);
            for (var tier = 0; tier <= facts.Tier && !therapist.IdentityConflict; tier++)
                Bits.Set(ref atLeast[tier], place);
            Bits.Set(ref judged, place);
            values.Add(VettingRule.Raw(facts, facts.Tier, asOf));
            if (facts.Tier != MostWithoutSpecialty || TierFacts.SpecialtiesOf(therapist, asOf, knowledge) is not { IsEmpty: false } set)
                return;
            Bits.Set(ref special, place);
            sets.Add(set);
        }

        public TierColumns Build() => new(
            atLeast, new SparseColumn<int>(judged ?? Bits.None, values), special is null ? null : new SparseColumn<ModalitySet>(special, sets));
    }
}
