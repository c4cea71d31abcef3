using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;

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

    private readonly Recent<DateOnly, ServiceDayColumns> serviceDays;
    private readonly Recent<DateOnly, AsOfColumns> asOfDays;

    /// <param name="entries">In the order of a space-filling curve, at least one.</param>
    public Block(ImmutableArray<IndexedListing> entries, KnowledgeTables knowledge, NetworkKeys keys)
    {
        Entries = entries;
        Points = new BlockPoints(entries);
        Fixed = new FixedColumns(entries.AsSpan());
        serviceDays = new Recent<DateOnly, ServiceDayColumns>(DaysKept, day => new ServiceDayColumns(this, day, knowledge, keys));
        asOfDays = new Recent<DateOnly, AsOfColumns>(DaysKept, day => new AsOfColumns(this, day, knowledge));
    }

    public ImmutableArray<IndexedListing> Entries { get; }

    public BlockPoints Points { get; }

    public FixedColumns Fixed { get; }

    public ServiceDayColumns OnServiceDay(DateOnly day) => serviceDays.For(day);

    public AsOfColumns AsOf(DateOnly day) => asOfDays.For(day);

    public CompiledTherapist TherapistAt(int place) => Entries[place].Therapist;

    public Listing ListingAt(int place) => Entries[place].Listing;
}
