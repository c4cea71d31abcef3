using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Which of several statements holds: the strongest method, then the newest, then the source's name, so that one always wins.</summary>
internal static class Precedence
{
    private static readonly Comparer<Provenance> ByWeight = Comparer<Provenance>.Create(Compare);

    /// <summary>Statements in order of precedence. Equal ones keep their order, which callers make canonical.</summary>
    public static IEnumerable<T> ByPrecedence<T>(this IEnumerable<T> statements, Func<T, Provenance> from) => statements.OrderBy(from, ByWeight);

    /// <summary>The statement that holds; null when there is none.</summary>
    public static Sourced<T>? Best<T>(this IEnumerable<Sourced<T>> statements) => statements.MinBy(statement => statement.From, ByWeight);

    /// <summary>Keeps one fact per key, whole: two halves would make a fact that nobody stated.</summary>
    public static IEnumerable<T> BestPerKey<T, TKey>(this IEnumerable<T> facts, Func<T, TKey> key, Func<T, Provenance> from) =>
        facts.GroupBy(key).Select(group => group.MinBy(from, ByWeight)!);

    private static int Compare(Provenance one, Provenance other)
    {
        if (one.Method != other.Method)
            return (int)one.Method - (int)other.Method;
        return one.AsOf != other.AsOf ? other.AsOf.CompareTo(one.AsOf) : string.CompareOrdinal(one.Source, other.Source);
    }
}
