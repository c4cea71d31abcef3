namespace ReferralDirectory.Matching.Indexing;

/// <summary>What depends on a day, or on something else of which a few values are in use: made when first asked, the last few kept. Thread-safe.</summary>
internal sealed class Recent<TKey, T>(int kept, Func<TKey, T> make)
    where TKey : notnull
    where T : class
{
    private readonly Lock turn = new();
    private volatile Entry[] entries = [];

    public T For(TKey key) => For(key, make);

    /// <param name="key">What is asked for.</param>
    /// <param name="making">Makes it, where that can be done in another way than usual.</param>
    public T For(TKey key, Func<TKey, T> making) => Find(key) ?? Make(key, making);

    public bool Has(TKey key) => Find(key) is not null;

    private T? Find(TKey key)
    {
        foreach (var entry in entries)
        {
            if (EqualityComparer<TKey>.Default.Equals(entry.Key, key))
                return entry.Value;
        }

        return null;
    }

    private T Make(TKey key, Func<TKey, T> making)
    {
        lock (turn)
        {
            if (Find(key) is { } made)
                return made;
            var value = making(key);
            entries = [new Entry(key, value), .. entries.Take(kept - 1)];
            return value;
        }
    }

    private sealed record Entry(TKey Key, T Value);
}
