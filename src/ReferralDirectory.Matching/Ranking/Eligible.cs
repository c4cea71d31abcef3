using System.Numerics;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>All candidates that pass every gate within a radius.</summary>
internal sealed class Eligible
{
    private readonly HashSet<CompiledTherapist> several = [];

    /// <param name="parts">The nearest block first.</param>
    public Eligible(IReadOnlyList<EligibleHere> parts)
    {
        Parts = parts;
        TherapistCount = parts.Sum(CountAlone) + several.Count;
    }

    /// <summary>The nearest block first.</summary>
    public IReadOnlyList<EligibleHere> Parts { get; }

    public int TherapistCount { get; }

    /// <summary>Therapists who are here and not in <paramref name="before"/>.</summary>
    public int CountNewTo(Eligible before)
    {
        var old = before.Parts.ToDictionary(part => part.View.Block);
        var count = 0;
        var added = new HashSet<CompiledTherapist>();
        foreach (var here in Parts)
        {
            var known = old.GetValueOrDefault(here.View.Block);
            for (var word = 0; word < Bits.Words; word++)
            {
                var fresh = here.Either(word) & ~(known?.Either(word) ?? 0);
                var shared = here.OfSeveral(word, fresh);
                count += BitOperations.PopCount(fresh & ~shared);
                foreach (var therapist in here.TherapistsAt(word, shared))
                    count += !before.several.Contains(therapist) && added.Add(therapist) ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Counts those who have one listing in all, and remembers the others, who may come again.</summary>
    private int CountAlone(EligibleHere here)
    {
        var count = 0;
        for (var word = 0; word < Bits.Words; word++)
        {
            var places = here.Either(word);
            if (places == 0)
                continue;
            var shared = here.OfSeveral(word, places);
            count += BitOperations.PopCount(places & ~shared);
            if (shared != 0)
                several.UnionWith(here.TherapistsAt(word, shared));
        }

        return count;
    }
}
