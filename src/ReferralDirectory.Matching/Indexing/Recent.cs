namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// What depends on a day, or on something else of which a few values are in use: made when first asked. Of more than are kept, one goes that
/// nobody has asked for since the last one went: what is in use stays, however many others come and go. Thread-safe.
/// </summary>
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
            {
                entry.Touch();
                return entry.Value;
            }
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
            entries = [new Entry(key, value), .. Staying()];
            return value;
        }
    }

    private IEnumerable<Entry> Staying()
    {
        var all = entries;
        if (all.Length < kept)
            return all;
        var goes = all.LastOrDefault(entry => !entry.IsAskedFor) ?? all[^1];
        foreach (var entry in all)
            entry.Rest();
        return all.Where(entry => entry != goes);
    }

    private sealed class Entry(TKey key, T value)
    {
        private volatile bool isAskedFor;

        public TKey Key => key;

        public T Value => value;

        /// <summary>Since the last one went.</summary>
        public bool IsAskedFor => isAskedFor;

        /// <summary>Written only once in a while: many ask at the same time.</summary>
        public void Touch()
        {
            if (!isAskedFor)
                isAskedFor = true;
        }

        public void Rest() => isAskedFor = false;
    }
}
