using System.Buffers;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// All blocks, in the order of the space-filling curve. A change makes those blocks anew that its listings lie in, splits one that
/// overflows, joins one that has become small with its neighbour, and shares all others. Immutable.
/// </summary>
internal sealed class BlockRow
{
    private readonly TherapistUnpacker unpacker;
    private readonly NetworkKeys keys;
    private readonly int capacity;
    private readonly CurvePlace[] firsts;
    private readonly Balls balls;
    private readonly double[] farthestTravel;

    public BlockRow(ImmutableArray<Block> blocks, TherapistUnpacker unpacker, NetworkKeys keys, int capacity)
    {
        (Blocks, this.unpacker, this.keys, this.capacity) = (blocks, unpacker, keys, capacity);
        firsts = [.. blocks.Select(block => block.First)];
        balls = new Balls([.. blocks.Select(block => block.Points.Whole)]);
        farthestTravel = [.. blocks.Select(block => block.Points.FarthestTravelChord)];
    }

    public ImmutableArray<Block> Blocks { get; }

    /// <summary>The most listings of a block.</summary>
    public int Capacity => capacity;

    /// <param name="listings">In any order; they are put in order here.</param>
    /// <param name="unpacker">Of the index.</param>
    /// <param name="keys">Of the index.</param>
    /// <param name="capacity">The most listings of a block, 1 … <see cref="Block.Capacity"/>.</param>
    /// <param name="days">What depends on them is made at once, while the listings are unpacked.</param>
    public static BlockRow Of(List<PlacedListing> listings, TherapistUnpacker unpacker, NetworkKeys keys, int capacity, IReadOnlyCollection<DateOnly> days)
    {
        listings.Sort(static (left, right) => left.Place.CompareTo(right.Place));
        var blocks = listings.Chunk(capacity).AsParallel().AsOrdered()
            .Select(placed => Block.Of(placed.Select(entry => entry.Listing.Of(unpacker.UnpackForColumns(entry.Listing.Therapist))), placed.Length, unpacker, keys, days));
        return new BlockRow([.. blocks], unpacker, keys, capacity);
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
                near.Add(new NearBlock(Blocks[i], i, least));
        }

        ArrayPool<double>.Shared.Return(chords);
        near.Sort(static (left, right) => left.Least.CompareTo(right.Least));
        return near;
    }

    /// <summary>The same without some listings, as they were, and with others.</summary>
    public BlockRow With(IEnumerable<IndexedListing> without, IEnumerable<IndexedListing> with, IReadOnlyCollection<DateOnly> days)
    {
        var gone = without.ToLookup(PlaceOf, entry => entry.Listing.Id);
        var come = with.ToLookup(PlaceOf);
        if (Blocks.IsEmpty)
            return Of([.. come.SelectMany(entries => entries).Select(entry => new PlacedListing(CurvePlace.Of(entry.Listing), entry.Packed))], unpacker, keys, capacity, days);

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
            waiting.AddRange(Blocks[place].Unpack().Where(entry => !ids.Contains(entry.Listing.Id)).Concat(come[place]));

            // Few are left: they move in with the next block.
            if (waiting.Count < capacity / 4 && place < Blocks.Length - 1)
                continue;
            AddBlocks(waiting, changed, days);
            waiting.Clear();
        }

        return new BlockRow(changed.DrainToImmutable(), unpacker, keys, capacity);
    }

    private void AddBlocks(List<IndexedListing> entries, ImmutableArray<Block>.Builder blocks, IReadOnlyCollection<DateOnly> days)
    {
        if (entries.Count == 0)
            return;
        var parts = (entries.Count + capacity - 1) / capacity;
        var perPart = (entries.Count + parts - 1) / parts;
        foreach (var part in entries.OrderBy(entry => CurvePlace.Of(entry.Listing)).Chunk(perPart))
            blocks.Add(Block.Of(part, part.Length, unpacker, keys, days));
    }

    /// <summary>The block in whose stretch of the curve a listing lies; what comes before the first is the first's.</summary>
    private int PlaceOf(IndexedListing entry)
    {
        var found = Array.BinarySearch(firsts, CurvePlace.Of(entry.Listing));
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }
}

/// <summary>A block, its number, and the least chord that any listing in it can have.</summary>
internal readonly record struct NearBlock(Block Block, int Number, double Least)
{
    public bool MayHold(in Reach reach, bool orTravelling) => Least <= reach.NeverChord || (orTravelling && Least <= Block.Points.FarthestTravelChord);
}

/// <summary>A listing on its way to a block.</summary>
internal readonly record struct PlacedListing(CurvePlace Place, PackedListing Listing);
