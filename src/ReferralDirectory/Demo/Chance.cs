namespace ReferralDirectory.Demo;

/// <summary>A small random generator of our own (SplitMix64): the same seed gives the same people on every machine and runtime.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>A generator for one purpose, so that a change elsewhere does not move everything.</summary>
    public static Chance For(int seed, int index) => new(((ulong)(uint)seed << 32) ^ (uint)index ^ 0x9E3779B97F4A7C15);

    /// <summary>0 … <paramref name="exclusive"/> − 1.</summary>
    public int Below(int exclusive) => (int)(Next() % (ulong)exclusive);

    /// <summary>Both ends inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Percent(double percent) => Below(10_000) < (int)(percent * 100);

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of the items, by whole-number weights.</summary>
    public T Of<T>(params ReadOnlySpan<(T Item, int Weight)> items)
    {
        var total = 0;
        foreach (var (_, weight) in items)
            total += weight;
        var rest = Below(total);
        foreach (var (item, weight) in items)
        {
            if ((rest -= weight) < 0)
                return item;
        }

        throw new ArgumentException("No item has a weight.", nameof(items));
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
