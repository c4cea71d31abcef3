using System.Numerics;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Who is in network for one question, and how far that can be trusted: kept only for those who are, and once for all who have it from
/// the same kind of source on the same day.
/// </summary>
internal sealed class NetworkColumn
{
    /// <summary>Today, and the day before in the western zones.</summary>
    private const int DaysKept = 2;

    private readonly ushort[] before = new ushort[Bits.Words];
    private readonly ushort[] evidence;
    private readonly Recent<DateOnly, int[]> raw;

    private NetworkColumn(ulong[] inNetwork, ulong[]? closed, ushort[] evidence, (double Trust, DateOnly AsOf)[] kinds)
    {
        (In, Closed, this.evidence) = (inNetwork, closed, evidence);
        for (var word = 1; word < Bits.Words; word++)
            before[word] = (ushort)(before[word - 1] + BitOperations.PopCount(inNetwork[word - 1]));
        raw = new Recent<DateOnly, int[]>(DaysKept, asOf => Array.ConvertAll(kinds, kind => NetworkEvidenceRule.Raw(kind.Trust, asOf.DayNumber - kind.AsOf.DayNumber)));
    }

    public ulong[] In { get; }

    /// <summary>In network, but taking no new patients of it.</summary>
    public ulong[]? Closed { get; }

    /// <summary>The raw values of the network rule on a day: ask <see cref="EvidenceOf"/> for a listing's place in them.</summary>
    public int[] RawOn(DateOnly asOf) => raw.For(asOf);

    /// <param name="place">Of a listing in <see cref="In"/>.</param>
    public int EvidenceOf(int place)
    {
        var earlier = In[place / Bits.PerWord] & ((1UL << (place % Bits.PerWord)) - 1);
        return evidence[before[place / Bits.PerWord] + BitOperations.PopCount(earlier)];
    }

    /// <summary>Takes listings in rising order.</summary>
    public sealed class Builder
    {
        private readonly List<ushort> evidence = [];
        private readonly Dictionary<(double Trust, DateOnly AsOf), ushort> kinds = [];
        private ulong[]? inNetwork;
        private ulong[]? closed;

        /// <param name="place">The listing.</param>
        /// <param name="trust">Before any decay.</param>
        /// <param name="fact">The fact that rules.</param>
        public void Add(int place, double trust, NetworkFact fact)
        {
            Bits.Set(ref inNetwork, place);
            if (fact.Accepting == false)
                Bits.Set(ref closed, place);
            var kind = (trust, fact.Source.AsOf);
            if (!kinds.TryGetValue(kind, out var known))
                kinds.Add(kind, known = (ushort)kinds.Count);
            evidence.Add(known);
        }

        public NetworkColumn Build() => new(inNetwork!, closed, [.. evidence], [.. kinds.OrderBy(kind => kind.Value).Select(kind => kind.Key)]);
    }
}
