using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>What depends on a state: made when first asked, and kept. Thread-safe.</summary>
internal sealed class PerState<T>(Func<StateCode, T> make)
    where T : class
{
    private readonly T?[] made = new T?[StateCode.All.Count + 1];

    public T For(StateCode state)
    {
        ref var place = ref made[state.Ordinal];
        if (Volatile.Read(ref place) is { } known)
            return known;

        // Whoever is first, all get the same.
        var value = make(state);
        return Interlocked.CompareExchange(ref place, value, null) ?? value;
    }
}
