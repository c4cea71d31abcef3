using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// The therapists by id. Ids are handed out one after the other, so they lie on shelves of a thousand; a change copies the shelves that
/// it touches and shares the others. Immutable.
/// </summary>
internal sealed class TherapistShelves
{
    private const int PerShelf = 1024;

    private readonly PackedTherapist?[]?[] shelves;

    private TherapistShelves(PackedTherapist?[]?[] shelves, int count) => (this.shelves, Count) = (shelves, count);

    public static TherapistShelves Empty { get; } = new([], 0);

    public int Count { get; }

    /// <summary>In the order of ids.</summary>
    public IEnumerable<PackedTherapist> All => Shelves.SelectMany(shelf => shelf);

    /// <summary>The same, shelf by shelf.</summary>
    public IEnumerable<PackedTherapist[]> Shelves => shelves.Select(shelf => (shelf ?? []).OfType<PackedTherapist>().ToArray());

    /// <param name="shelves">As <see cref="Shelves"/> tells them, but for those with nobody on them.</param>
    public static TherapistShelves Of(IReadOnlyCollection<PackedTherapist[]> shelves)
    {
        var filled = new PackedTherapist?[]?[shelves.Select(shelf => (shelf[0].Id.Value / PerShelf) + 1).DefaultIfEmpty().Max()];
        foreach (var shelf in shelves)
        {
            var places = filled[shelf[0].Id.Value / PerShelf] = new PackedTherapist?[PerShelf];
            foreach (var therapist in shelf)
                places[therapist.Id.Value % PerShelf] = therapist;
        }

        return new TherapistShelves(filled, shelves.Sum(shelf => shelf.Length));
    }

    public PackedTherapist? Find(TherapistId id) =>
        id.Value >= 0 && id.Value / PerShelf < shelves.Length ? shelves[id.Value / PerShelf]?[id.Value % PerShelf] : null;

    /// <summary>The same with some gone and some put in, or in the place of what stood there.</summary>
    public TherapistShelves With(IEnumerable<TherapistId> gone, IReadOnlyCollection<PackedTherapist> put)
    {
        var last = put.Select(therapist => therapist.Id.Value).DefaultIfEmpty(-1).Max();
        var changed = new PackedTherapist?[]?[Math.Max(shelves.Length, (last / PerShelf) + 1)];
        shelves.CopyTo(changed, 0);
        var count = Count;
        foreach (var id in gone)
            Put(id.Value, null);
        foreach (var therapist in put)
            Put(therapist.Id.Value, therapist);
        return new TherapistShelves(changed, count);

        void Put(long id, PackedTherapist? therapist)
        {
            var shelf = id / PerShelf;
            if (shelf >= changed.Length)
                return;
            var old = shelf < shelves.Length ? shelves[shelf] : null;
            if (ReferenceEquals(changed[shelf], old))
                changed[shelf] = old is null ? new PackedTherapist?[PerShelf] : [.. old];
            ref var place = ref changed[shelf]![id % PerShelf];
            count += (therapist is null ? 0 : 1) - (place is null ? 0 : 1);
            place = therapist;
        }
    }
}
