namespace ReferralDirectory.Matching.Indexing;

/// <summary>What a block looks like on the days that are asked for: made when first asked, the last few days kept. Thread-safe.</summary>
internal sealed class DayCache<T>(Func<DateOnly, T> make)
    where T : class
{
    /// <summary>Today, the day before in the western zones, and two days of first sessions.</summary>
    private const int Kept = 4;

    private readonly Lock making = new();
    private volatile Entry[] entries = [];

    public T On(DateOnly day) => Find(day) ?? Make(day);

    private T? Find(DateOnly day)
    {
        foreach (var entry in entries)
        {
            if (entry.Day == day)
                return entry.Value;
        }

        return null;
    }

    private T Make(DateOnly day)
    {
        lock (making)
        {
            if (Find(day) is { } made)
                return made;
            var value = make(day);
            entries = [new Entry(day, value), .. entries.Take(Kept - 1)];
            return value;
        }
    }

    private sealed record Entry(DateOnly Day, T Value);
}
