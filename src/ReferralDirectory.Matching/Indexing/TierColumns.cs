using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>The tiers of some listings of a block on a day, for practice in one state or another.</summary>
internal sealed class TierColumns
{
    /// <summary>The highest tier that does not depend on the order; the one above also needs a specialty that the order can use.</summary>
    public const int MostWithoutSpecialty = 3;

    private readonly ulong[]?[] atLeast = new ulong[]?[MostWithoutSpecialty + 1];
    private readonly SparseColumn<int> vetting;
    private readonly SparseColumn<ModalitySet>? specialties;

    /// <param name="entries">Those that count, in the order of their places.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="knowledge">The rules of the states.</param>
    /// <param name="stateOf">The state of the visit.</param>
    public TierColumns(IEnumerable<(int Place, IndexedListing Entry)> entries, DateOnly asOf, KnowledgeTables knowledge, Func<IndexedListing, StateCode> stateOf)
    {
        ulong[]? judged = null, special = null;
        List<int> values = [];
        List<ModalitySet> sets = [];
        foreach (var (place, entry) in entries)
        {
            var therapist = entry.Therapist.Profile;
            var facts = TierFacts.Of(therapist, stateOf(entry), asOf, knowledge, ModalitySet.Empty);
            for (var tier = 0; tier <= facts.Tier && !therapist.IdentityConflict; tier++)
                Bits.Set(ref atLeast[tier], place);
            Bits.Set(ref judged, place);
            values.Add(VettingRule.Raw(facts, facts.Tier, asOf));
            if (facts.Tier != MostWithoutSpecialty || TierFacts.SpecialtiesOf(therapist, asOf, knowledge) is not { IsEmpty: false } set)
                continue;
            Bits.Set(ref special, place);
            sets.Add(set);
        }

        vetting = new SparseColumn<int>(judged ?? Bits.None, values);
        specialties = special is null ? null : new SparseColumn<ModalitySet>(special, sets);
    }

    public TierColumns(ImageReader from)
    {
        from.Rows(atLeast);
        vetting = new SparseColumn<int>(from);
        specialties = from.Optional(static from => new SparseColumn<ModalitySet>(from));
    }

    /// <param name="tier">0 … 3. Whose identity is in conflict is in none.</param>
    public ulong[]? AtLeast(int tier) => atLeast[tier];

    /// <summary>Is lifted above tier 3 by a specialty in one of the modalities?</summary>
    public bool IsSpecialist(int place, ModalitySet relevant) => specialties is not null && Bits.Contains(specialties.Row, place) && specialties[place].Overlaps(relevant);

    /// <summary>Is a specialist, in modalities that the order cannot use?</summary>
    public bool IsSpecialistInVain(int place, ModalitySet relevant) => specialties is not null && Bits.Contains(specialties.Row, place) && !specialties[place].Overlaps(relevant);

    /// <summary>The raw value of the vetting rule for an order that can use some modalities.</summary>
    public int VettingFor(int place, ModalitySet relevant) => vetting[place] + (IsSpecialist(place, relevant) ? VettingRule.SpecialtyWorth : 0);

    /// <summary>The raw value of the vetting rule for an order that can use every modality.</summary>
    public int MostVetting(int place) => VettingFor(place, new ModalitySet(ulong.MaxValue));

    public void Write(ImageWriter to)
    {
        to.Rows(atLeast);
        vetting.Write(to);
        to.Optional(specialties, static (column, to) => column.Write(to));
    }
}
