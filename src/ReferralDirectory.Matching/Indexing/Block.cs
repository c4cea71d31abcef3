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

    private readonly TherapistUnpacker unpacker;
    private readonly NetworkKeys keys;
    private readonly PackedTherapist[] therapists;
    private readonly ushort[] ordinals;
    private readonly Recent<DateOnly, ServiceDayColumns> serviceDays;
    private readonly Recent<DateOnly, AsOfColumns> asOfDays;

    /// <param name="entries">In the order of a space-filling curve, at least one.</param>
    /// <param name="unpacker">Of the index.</param>
    /// <param name="keys">Of the index.</param>
    public Block(ReadOnlySpan<IndexedListing> entries, TherapistUnpacker unpacker, NetworkKeys keys)
    {
        (this.unpacker, this.keys) = (unpacker, keys);
        therapists = new PackedTherapist[entries.Length];
        ordinals = new ushort[entries.Length];
        for (var place = 0; place < entries.Length; place++)
            (therapists[place], ordinals[place]) = entries[place].Packed;
        First = CurvePlace.Of(entries[0].Listing);
        Points = new BlockPoints(entries, place => ListingAt(place).Listing.Place.HomeVisitRadius);
        Fixed = new FixedColumns(entries);
        serviceDays = new Recent<DateOnly, ServiceDayColumns>(DaysKept, day => MakeServiceDay(day, Unpack()));
        asOfDays = new Recent<DateOnly, AsOfColumns>(DaysKept, day => MakeAsOf(day, Unpack()));
    }

    /// <summary>How many listings there are.</summary>
    public int Count => therapists.Length;

    /// <summary>Where the block begins on the curve.</summary>
    public CurvePlace First { get; }

    public BlockPoints Points { get; }

    public FixedColumns Fixed { get; }

    public ServiceDayColumns OnServiceDay(DateOnly day) => serviceDays.For(day);

    public AsOfColumns AsOf(DateOnly day) => asOfDays.For(day);

    /// <summary>Makes what depends on a day, from listings that are unpacked once for all.</summary>
    public void PrepareFor(DateOnly day) => PrepareFor(day, new Lazy<IndexedListing[]>(Unpack));

    /// <param name="day">A day on which somebody will ask.</param>
    /// <param name="entries">The listings, as <see cref="Unpack()"/> would make them.</param>
    public void PrepareFor(DateOnly day, Lazy<IndexedListing[]> entries)
    {
        serviceDays.For(day, _ => MakeServiceDay(day, entries.Value));
        asOfDays.For(day, _ => MakeAsOf(day, entries.Value));
    }

    public PackedTherapist TherapistAt(int place) => therapists[place];

    /// <summary>
    /// Those who travel from another state than that of the visit, whose licence it needs. Most have none, and nothing more is to be known
    /// of them.
    /// </summary>
    public IEnumerable<int> MayVisitAbroad(StateCode state) =>
        Fixed.TravellingAbroad(state).Where(place => therapists[place].HasLicenceOf(state) || unpacker.Knowledge.IsEverWithoutLicence(state));

    /// <summary>To be shown: unpacked, and remembered.</summary>
    public IndexedListing ListingAt(int place) => Packed(place).Of(unpacker.Recall(therapists[place]));

    /// <summary>To make columns from: unpacked anew.</summary>
    public IndexedListing Unpack(int place) => Packed(place).Of(unpacker.Unpack(therapists[place]));

    /// <summary>All listings, unpacked anew.</summary>
    public IndexedListing[] Unpack()
    {
        var entries = new IndexedListing[Count];
        for (var place = 0; place < entries.Length; place++)
            entries[place] = Unpack(place);
        return entries;
    }

    private ServiceDayColumns MakeServiceDay(DateOnly day, IndexedListing[] entries) => new(this, entries, day, unpacker.Knowledge, keys);

    private AsOfColumns MakeAsOf(DateOnly day, IndexedListing[] entries) => new(this, entries, day, unpacker.Knowledge);

    private PackedListing Packed(int place) => new(therapists[place], ordinals[place]);
}
