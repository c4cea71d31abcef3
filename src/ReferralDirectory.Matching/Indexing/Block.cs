using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Up to 4,096 neighbouring listings, in tiles of 64, with the columns that gates and rules need: one word of a row is one tile. All that
/// an index keeps of a place is in its block, so a change there makes one block anew. Immutable, but for what it remembers of days.
/// </summary>
internal sealed class Block
{
    public const int Capacity = 4096;

    /// <summary>Today, the day before in the western zones, and two days of first sessions.</summary>
    private const int DaysKept = 4;

    private readonly BlockListings listings;
    private readonly NetworkKeys keys;
    private readonly Recent<DateOnly, ServiceDayColumns> serviceDays;
    private readonly Recent<DateOnly, AsOfColumns> asOfDays;

    private Block(BlockListings listings, CurvePlace first, BlockPoints points, FixedColumns always, NetworkKeys keys)
    {
        (this.listings, First, Points, Fixed, this.keys) = (listings, first, points, always, keys);
        serviceDays = new Recent<DateOnly, ServiceDayColumns>(DaysKept, day => MakeServiceDay(day, listings.Unpack()));
        asOfDays = new Recent<DateOnly, AsOfColumns>(DaysKept, day => MakeAsOf(day, listings.Unpack()));
    }

    /// <summary>How many listings there are.</summary>
    public int Count => listings.Count;

    /// <summary>Where the block begins on the curve.</summary>
    public CurvePlace First { get; }

    public BlockPoints Points { get; }

    public FixedColumns Fixed { get; }

    /// <param name="entries">In the order of a space-filling curve, at least one.</param>
    /// <param name="unpacker">Of the index.</param>
    /// <param name="keys">Of the index.</param>
    public static Block Of(ReadOnlySpan<IndexedListing> entries, TherapistUnpacker unpacker, NetworkKeys keys)
    {
        var present = BlockListings.Of(entries, unpacker);
        return new Block(present, CurvePlace.Of(entries[0].Listing), new BlockPoints(entries, TravelOf(present)), new FixedColumns(entries), keys);
    }

    /// <param name="from">What <see cref="Write"/> wrote.</param>
    /// <param name="therapists">All of the index.</param>
    /// <param name="unpacker">Of the index.</param>
    /// <param name="keys">Of the index.</param>
    public static Block Read(ImageReader from, TherapistShelves therapists, TherapistUnpacker unpacker, NetworkKeys keys)
    {
        var present = BlockListings.Read(from, therapists, unpacker);
        var first = new CurvePlace(from.Value<int>(), from.Value<ListingId>());
        var block = new Block(present, first, new BlockPoints(from, TravelOf(present)), new FixedColumns(from), keys);
        for (var days = from.Value<int>(); days > 0; days--)
        {
            var day = from.Day();
            block.serviceDays.For(day, _ => new ServiceDayColumns(block, from, day, unpacker.Knowledge, keys));
            block.asOfDays.For(day, _ => new AsOfColumns(block, from, day, unpacker.Knowledge));
        }

        return block;
    }

    /// <param name="to">Gets the listings and their columns.</param>
    /// <param name="days">For which also what depends on a day is written.</param>
    public void Write(ImageWriter to, IReadOnlyCollection<DateOnly> days)
    {
        listings.Write(to);
        to.Value(First.Key);
        to.Value(First.Id);
        Points.Write(to);
        Fixed.Write(to);
        to.Value(days.Count);
        foreach (var day in days)
        {
            to.Day(day);
            OnServiceDay(day).Write(to);
            AsOf(day).Write(to);
        }
    }

    public ServiceDayColumns OnServiceDay(DateOnly day) => serviceDays.For(day);

    public AsOfColumns AsOf(DateOnly day) => asOfDays.For(day);

    /// <summary>Is what depends on the day there, so that nobody who asks has to wait for it?</summary>
    public bool IsReadyFor(DateOnly day) => serviceDays.Has(day) && asOfDays.Has(day);

    /// <summary>Makes what depends on a day, from listings that are unpacked once for all.</summary>
    public void PrepareFor(DateOnly day) => PrepareFor(day, new Lazy<IndexedListing[]>(Unpack));

    /// <param name="day">A day on which somebody will ask.</param>
    /// <param name="entries">The listings, as <see cref="Unpack()"/> would make them.</param>
    public void PrepareFor(DateOnly day, Lazy<IndexedListing[]> entries)
    {
        serviceDays.For(day, _ => MakeServiceDay(day, entries.Value));
        asOfDays.For(day, _ => MakeAsOf(day, entries.Value));
    }

    public PackedTherapist TherapistAt(int place) => listings.TherapistAt(place);

    /// <summary>
    /// Those who travel from another state than that of the visit, whose licence it needs. Most have none, and nothing more is to be known
    /// of them.
    /// </summary>
    public IEnumerable<int> MayVisitAbroad(StateCode state) =>
        Fixed.TravellingAbroad(state).Where(place => TherapistAt(place).HasLicenceOf(state) || listings.Unpacker.Knowledge.IsEverWithoutLicence(state));

    /// <inheritdoc cref="BlockListings.Recall"/>
    public IndexedListing ListingAt(int place) => listings.Recall(place);

    /// <inheritdoc cref="BlockListings.Unpack(int)"/>
    public IndexedListing Unpack(int place) => listings.Unpack(place);

    /// <inheritdoc cref="BlockListings.Unpack()"/>
    public IndexedListing[] Unpack() => listings.Unpack();

    private static Func<int, Miles?> TravelOf(BlockListings listings) => place => listings.Recall(place).Listing.Place.HomeVisitRadius;

    private ServiceDayColumns MakeServiceDay(DateOnly day, IndexedListing[] entries) => new(this, entries, day, listings.Unpacker.Knowledge, keys);

    private AsOfColumns MakeAsOf(DateOnly day, IndexedListing[] entries) => new(this, entries, day, listings.Unpacker.Knowledge);
}
