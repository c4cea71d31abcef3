namespace ReferralDirectory.Matching.Indexing;

/// <summary>What depends on a day, or on something else of which a few values are in use: made when first asked, the last few kept. Thread-safe.</summary>
internal sealed class Recent<TKey, T>(int kept, Func<TKey, T> make)
    where TKey : notnull
    where T : class
{
    private readonly Lock making = new();
    private volatile Entry[] entries = [];

    public T For(TKey key) => Find(key) ?? Make(key);

    private T? Find(TKey key)
    {
        foreach (var entry in entries)
        {
            if (EqualityComparer<TKey>.Default.Equals(entry.Key, key))
                return entry.Value;
        }

        return null;
    }

    private T Make(TKey key)
    {
        lock (making)
        {
            if (Find(key) is { } made)
                return made;
            var value = make(key);
            entries = [new Entry(key, value), .. entries.Take(kept - 1)];
            return value;
        }
    }

    private sealed record Entry(TKey Key, T Value);
}
