using System.Numerics;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The candidates of one block that passed every gate, a bit for each listing.</summary>
internal sealed record EligibleHere(BlockView View, ulong[] Offices, ulong[] Homes);

/// <summary>All candidates that pass every gate within a radius, and how many passed each gate.</summary>
internal sealed class Eligible
{
    private readonly int[] passed = new int[GateSequence.Count];
    private readonly Dictionary<Block, EligibleHere> parts = [];
    private readonly HashSet<CompiledTherapist> several = [];

    public Eligible(MatchIndex index, MatchQuery query, GateRows gates, Miles radius, CancellationToken cancellationToken)
    {
        var reach = new Reach(radius);
        foreach (var block in index.Near(query.Place, radius, query.AllowsHomeVisits))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (gates.Judge(block, reach, passed) is { } found)
                parts.Add(block, found);
        }

        TherapistCount = parts.Values.Sum(CountAlone) + several.Count;
    }

    /// <summary>The nearest block first.</summary>
    public IEnumerable<EligibleHere> Parts => parts.Values;

    public int TherapistCount { get; }

    public int PassedBy(GateId gate) => passed[(int)gate];

    /// <summary>Therapists who are here and not in <paramref name="before"/>.</summary>
    public int CountNewTo(Eligible before)
    {
        var count = 0;
        var added = new HashSet<CompiledTherapist>();
        foreach (var (block, here) in parts)
        {
            var old = before.parts.GetValueOrDefault(block);
            for (var word = 0; word < Bits.Words; word++)
            {
                var fresh = (here.Offices[word] & ~(old?.Offices[word] ?? 0)) | (here.Homes[word] & ~(old?.Homes[word] ?? 0));
                var shared = fresh & SeveralIn(here, word);
                count += BitOperations.PopCount(fresh & ~shared);
                foreach (var therapist in TherapistsAt(block, word, shared))
                    count += !before.several.Contains(therapist) && added.Add(therapist) ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Counts those who have one candidate in all, and remembers the others, who may come again.</summary>
    private int CountAlone(EligibleHere here)
    {
        var count = 0;
        for (var word = 0; word < Bits.Words; word++)
        {
            var shared = SeveralIn(here, word);
            count += BitOperations.PopCount((here.Offices[word] | here.Homes[word]) & ~shared);
            several.UnionWith(TherapistsAt(here.View.Block, word, (here.Offices[word] | here.Homes[word]) & shared));
        }

        return count;
    }

    private static ulong SeveralIn(EligibleHere here, int word) => here.View.Fixed.OneOfSeveral is { } row ? row[word] : 0;

    private static IEnumerable<CompiledTherapist> TherapistsAt(Block block, int word, ulong places)
    {
        for (var rest = places; rest != 0; rest &= rest - 1)
            yield return block.Entries[(word * Bits.PerWord) + BitOperations.TrailingZeroCount(rest)].Therapist;
    }
}
