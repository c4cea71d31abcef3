using System.Numerics;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>Who is in network for one question, and how far that can be trusted: numbers are kept only for those who are.</summary>
internal sealed class NetworkColumn
{
    private readonly ushort[] before = new ushort[Bits.Words];
    private readonly float[] trust;
    private readonly int[] asOf;

    private NetworkColumn(ulong[] inNetwork, ulong[]? closed, float[] trust, int[] asOf)
    {
        (In, Closed, this.trust, this.asOf) = (inNetwork, closed, trust, asOf);
        for (var word = 1; word < Bits.Words; word++)
            before[word] = (ushort)(before[word - 1] + BitOperations.PopCount(inNetwork[word - 1]));
    }

    public ulong[] In { get; }

    /// <summary>In network, but taking no new patients of it.</summary>
    public ulong[]? Closed { get; }

    /// <summary>Of a listing in <see cref="In"/>: the trust before any decay, and the day number of the fact.</summary>
    public (float Trust, int AsOf) EvidenceOf(int place)
    {
        var earlier = In[place / Bits.PerWord] & ((1UL << (place % Bits.PerWord)) - 1);
        var rank = before[place / Bits.PerWord] + BitOperations.PopCount(earlier);
        return (trust[rank], asOf[rank]);
    }

    /// <summary>Takes listings in rising order.</summary>
    public sealed class Builder
    {
        private readonly List<float> trust = [];
        private readonly List<int> asOf = [];
        private ulong[]? inNetwork;
        private ulong[]? closed;

        public void Add(int place, double trusted, NetworkFact fact)
        {
            Bits.Set(ref inNetwork, place);
            if (fact.Accepting == false)
                Bits.Set(ref closed, place);
            // Rounded up: it serves as a bound.
            trust.Add(MathF.BitIncrement((float)trusted));
            asOf.Add(fact.Source.AsOf.DayNumber);
        }

        public NetworkColumn Build() => new(inNetwork!, closed, [.. trust], [.. asOf]);
    }
}
