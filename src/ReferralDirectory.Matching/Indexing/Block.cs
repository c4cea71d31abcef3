using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Knowledge;
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

    /// <summary>First sessions of a month: some 40 bytes a listing and day, where there are so many.</summary>
    private const int ServiceDaysKept = 32;

    /// <summary>Today, the day before in the western zones, and the days that come next.</summary>
    private const int AsOfDaysKept = 4;

    private readonly BlockListings listings;
    private readonly NetworkKeys keys;
    private readonly Recent<DateOnly, ServiceDayColumns> serviceDays;
    private readonly Recent<DateOnly, AsOfColumns> asOfDays;

    private Block(BlockListings listings, CurvePlace first, ListingGlance[] glances, BlockPoints points, FixedColumns always, NetworkKeys keys)
    {
        (this.listings, First, Glances, Points, Fixed, this.keys) = (listings, first, glances, points, always, keys);
        serviceDays = new Recent<DateOnly, ServiceDayColumns>(ServiceDaysKept, MakeServiceDay);
        asOfDays = new Recent<DateOnly, AsOfColumns>(AsOfDaysKept, MakeAsOf);
    }

    /// <summary>How many listings there are.</summary>
    public int Count => listings.Count;

    /// <summary>Where the block begins on the curve.</summary>
    public CurvePlace First { get; }

    public BlockPoints Points { get; }

    public FixedColumns Fixed { get; }

    /// <summary>Of each listing.</summary>
    public ListingGlance[] Glances { get; }

    /// <param name="entries">In the order of a space-filling curve. Each is looked at once: what was unpacked for it can go before the next one comes.</param>
    /// <param name="count">How many there are, at least one.</param>
    /// <param name="unpacker">Of the index.</param>
    /// <param name="keys">Of the index.</param>
    /// <param name="days">What depends on them is made at once.</param>
    public static Block Of(IEnumerable<IndexedListing> entries, int count, TherapistUnpacker unpacker, NetworkKeys keys, IReadOnlyCollection<DateOnly> days)
    {
        var (therapists, ordinals, first) = (new PackedTherapist[count], new ushort[count], default(CurvePlace));
        var (points, always) = (new BlockPoints.Builder(count), new FixedColumns.Builder(count));
        DayBuilder[] onDays = [.. days.Select(day => new DayBuilder(count, day, unpacker.Knowledge, keys))];
        foreach (var (place, entry) in entries.Index())
        {
            if (place == 0)
                first = CurvePlace.Of(entry.Listing);
            (therapists[place], ordinals[place]) = entry.Packed;
            points.Add(place, entry.Listing.Place);
            always.Add(place, entry);
            foreach (var day in onDays)
                day.Add(place, entry);
        }

        var (present, columns) = (new BlockListings(therapists, ordinals, unpacker), always.Build());
        var glances = ListingGlance.Of(present, points.Points, columns);
        var block = new Block(present, first, glances, points.Build(glances, TravelOf(present)), columns, keys);
        foreach (var day in onDays)
            block.Keep(day);
        return block;
    }

    /// <param name="from">What <see cref="Write"/> wrote.</param>
    /// <param name="therapists">All of the index.</param>
    /// <param name="unpacker">Of the index.</param>
    /// <param name="keys">Of the index.</param>
    public static Block Read(ImageReader from, TherapistShelves therapists, TherapistUnpacker unpacker, NetworkKeys keys)
    {
        var present = BlockListings.Read(from, therapists, unpacker);
        var first = new CurvePlace(from.Value<int>(), from.Value<ListingId>());
        var always = new FixedColumns(from);
        var glances = ListingGlance.Of(present, from.Column<UnitVector>(), always);
        var block = new Block(present, first, glances, new BlockPoints(from, glances, TravelOf(present)), always, keys);
        for (var days = from.Value<int>(); days > 0; days--)
        {
            var day = from.Day();
            block.serviceDays.For(day, _ => ServiceDayColumns.Read(block, from, day, unpacker.Knowledge, keys));
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
        Fixed.Write(to);
        to.Column<UnitVector>(Array.ConvertAll(Glances, listing => listing.Point));
        Points.Write(to);
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
    public void PrepareFor(DateOnly day)
    {
        if (IsReadyFor(day))
            return;
        var made = new DayBuilder(Count, day, listings.Unpacker.Knowledge, keys);
        foreach (var (place, entry) in listings.Unpack().Index())
            made.Add(place, entry);
        Keep(made);
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
    public IEnumerable<IndexedListing> Unpack() => listings.Unpack();

    private static Func<int, Miles?> TravelOf(BlockListings listings) => place => listings.Recall(place).Listing.Place.HomeVisitRadius;

    private ServiceDayColumns MakeServiceDay(DateOnly day)
    {
        var made = new ServiceDayColumns.Builder(day, listings.Unpacker.Knowledge, keys);
        foreach (var (place, entry) in listings.Unpack().Index())
            made.Add(place, entry);
        return made.Build(this);
    }

    private AsOfColumns MakeAsOf(DateOnly day)
    {
        var made = new AsOfColumns.Builder(Count, day, listings.Unpacker.Knowledge);
        foreach (var (place, entry) in listings.Unpack().Index())
            made.Add(place, entry);
        return made.Build(this);
    }

    private void Keep(DayBuilder made)
    {
        serviceDays.For(made.Day, _ => made.ServiceDay.Build(this));
        asOfDays.For(made.Day, _ => made.AsOf.Build(this));
    }

    /// <summary>All that depends on a day.</summary>
    private sealed class DayBuilder(int count, DateOnly day, KnowledgeTables knowledge, NetworkKeys keys)
    {
        public DateOnly Day => day;

        public ServiceDayColumns.Builder ServiceDay { get; } = new(day, knowledge, keys);

        public AsOfColumns.Builder AsOf { get; } = new(count, day, knowledge);

        public void Add(int place, in IndexedListing entry)
        {
            ServiceDay.Add(place, entry);
            AsOf.Add(place, entry);
        }
    }
}
