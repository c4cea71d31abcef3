using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Up to 4,096 neighbouring listings, in tiles of 64, with the columns that gates and rules need: one word of a row is one tile. All that
/// an index keeps of a place is in its block, so a change there makes one block anew. Immutable, but for what it remembers of days.
/// </summary>
internal sealed class Block
{
    public const int Capacity = 4096;

    private readonly DayCache<ServiceDayColumns> serviceDays;
    private readonly DayCache<AsOfColumns> asOfDays;

    /// <param name="entries">In the order of a space-filling curve, at least one.</param>
    public Block(ImmutableArray<IndexedListing> entries, KnowledgeTables knowledge, NetworkKeys keys)
    {
        Entries = entries;
        Points = new BlockPoints(entries);
        Fixed = new FixedColumns(entries.AsSpan());
        serviceDays = new DayCache<ServiceDayColumns>(day => new ServiceDayColumns(Entries.AsSpan(), day, knowledge, keys));
        asOfDays = new DayCache<AsOfColumns>(day => new AsOfColumns(Entries.AsSpan(), day, knowledge));
    }

    public ImmutableArray<IndexedListing> Entries { get; }

    public BlockPoints Points { get; }

    public FixedColumns Fixed { get; }

    public ServiceDayColumns OnServiceDay(DateOnly day) => serviceDays.On(day);

    public AsOfColumns AsOf(DateOnly day) => asOfDays.On(day);
}
