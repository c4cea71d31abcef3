using System.Buffers;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// All blocks, in the order of the space-filling curve. A change makes those blocks anew that its listings lie in, splits one that
/// overflows, joins one that has become small with its neighbour, and shares all others. Immutable.
/// </summary>
internal sealed class BlockRow
{
    private readonly KnowledgeTables knowledge;
    private readonly NetworkKeys keys;
    private readonly int capacity;
    private readonly CurvePlace[] firsts;
    private readonly Balls balls;
    private readonly double[] farthestTravel;

    private BlockRow(ImmutableArray<Block> blocks, KnowledgeTables knowledge, NetworkKeys keys, int capacity)
    {
        (Blocks, this.knowledge, this.keys, this.capacity) = (blocks, knowledge, keys, capacity);
        firsts = [.. blocks.Select(block => CurvePlace.Of(block.ListingAt(0)))];
        balls = new Balls([.. blocks.Select(block => block.Points.Whole)]);
        farthestTravel = [.. blocks.Select(block => block.Points.FarthestTravelChord)];
    }

    public ImmutableArray<Block> Blocks { get; }

    /// <param name="listings">In any order.</param>
    /// <param name="capacity">The most listings of a block, 1 … <see cref="Block.Capacity"/>.</param>
    public static BlockRow Of(IEnumerable<IndexedListing> listings, KnowledgeTables knowledge, NetworkKeys keys, int capacity)
    {
        var blocks = listings.OrderBy(entry => CurvePlace.Of(entry.Listing)).Chunk(capacity)
            .AsParallel().AsOrdered().Select(entries => new Block([.. entries], knowledge, keys));
        return new BlockRow([.. blocks], knowledge, keys, capacity);
    }

    /// <summary>The blocks that may hold a listing within reach, or one whose therapist travels to the place; the nearest first.</summary>
    public List<NearBlock> Near(UnitVector place, in Reach reach, bool orTravelling)
    {
        var chords = ArrayPool<double>.Shared.Rent(balls.Room);
        balls.Measure(place, chords);
        var (near, never) = (new List<NearBlock>(), reach.NeverChord);
        for (var i = 0; i < Blocks.Length; i++)
        {
            var least = balls.Least(chords, i);
            if (least <= never || (orTravelling && least <= farthestTravel[i]))
                near.Add(new NearBlock(Blocks[i], least));
        }

        ArrayPool<double>.Shared.Return(chords);
        near.Sort(static (left, right) => left.Least.CompareTo(right.Least));
        return near;
    }

    /// <summary>The same without some listings, as they were, and with others.</summary>
    public BlockRow With(IEnumerable<IndexedListing> without, IEnumerable<IndexedListing> with)
    {
        var gone = without.ToLookup(PlaceOf, entry => entry.Listing.Id);
        var come = with.ToLookup(PlaceOf);
        if (Blocks.IsEmpty)
            return Of(come.SelectMany(entries => entries), knowledge, keys, capacity);

        var changed = ImmutableArray.CreateBuilder<Block>(Blocks.Length + 1);
        var waiting = new List<IndexedListing>();
        for (var place = 0; place < Blocks.Length; place++)
        {
            var isTouched = gone.Contains(place) || come.Contains(place);
            if (!isTouched && waiting.Count == 0)
            {
                changed.Add(Blocks[place]);
                continue;
            }

            var ids = gone[place].ToHashSet();
            waiting.AddRange(Blocks[place].Entries.Where(entry => !ids.Contains(entry.Listing.Id)).Concat(come[place]));

            // Few are left: they move in with the next block.
            if (waiting.Count < capacity / 4 && place < Blocks.Length - 1)
                continue;
            AddBlocks(waiting, changed);
            waiting.Clear();
        }

        return new BlockRow(changed.DrainToImmutable(), knowledge, keys, capacity);
    }

    private void AddBlocks(List<IndexedListing> entries, ImmutableArray<Block>.Builder blocks)
    {
        if (entries.Count == 0)
            return;
        var parts = (entries.Count + capacity - 1) / capacity;
        var perPart = (entries.Count + parts - 1) / parts;
        foreach (var part in entries.OrderBy(entry => CurvePlace.Of(entry.Listing)).Chunk(perPart))
            blocks.Add(new Block([.. part], knowledge, keys));
    }

    /// <summary>The block in whose stretch of the curve a listing lies; what comes before the first is the first's.</summary>
    private int PlaceOf(IndexedListing entry)
    {
        var found = Array.BinarySearch(firsts, CurvePlace.Of(entry.Listing));
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    /// <summary>Where a listing lies on the curve; the id tells those apart that lie on one spot.</summary>
    private readonly record struct CurvePlace(int Key, ListingId Id) : IComparable<CurvePlace>
    {
        public static CurvePlace Of(Profiles.Listing listing) => new(HilbertOrder.KeyOf(listing.Place.Point), listing.Id);

        public int CompareTo(CurvePlace other) => Key != other.Key ? Key.CompareTo(other.Key) : Id.CompareTo(other.Id);
    }
}

/// <summary>A block, and the least chord that any listing in it can have.</summary>
internal readonly record struct NearBlock(Block Block, double Least)
{
    public bool MayHold(in Reach reach, bool orTravelling) => Least <= reach.NeverChord || (orTravelling && Least <= Block.Points.FarthestTravelChord);
}
