using System.Numerics;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>All candidates that pass every gate within a radius.</summary>
internal sealed class Eligible
{
    private readonly int ofSeveral;

    /// <param name="parts">The nearest block first.</param>
    public Eligible(IReadOnlyList<EligibleHere> parts)
    {
        Parts = parts;
        var alone = 0;
        foreach (var part in parts)
        {
            for (var word = 0; word < Bits.Words; word++)
            {
                if (part.Either(word) is not (var places and not 0))
                    continue;
                var shared = BitOperations.PopCount(part.OfSeveral(word, places));
                alone += BitOperations.PopCount(places) - shared;
                ofSeveral += shared;
            }
        }

        using var several = new DistinctTherapists(ofSeveral);
        TherapistCount = alone + AddTo(several);
    }

    /// <summary>The nearest block first.</summary>
    public IReadOnlyList<EligibleHere> Parts { get; }

    public int TherapistCount { get; }

    /// <summary>Therapists who are here and not in <paramref name="before"/>.</summary>
    public int CountNewTo(Eligible before)
    {
        var old = before.Parts.ToDictionary(part => part.View.Block);
        using var several = new DistinctTherapists(before.ofSeveral + ofSeveral);
        before.AddTo(several);
        var count = 0;
        foreach (var here in Parts)
        {
            var known = old.GetValueOrDefault(here.View.Block);
            for (var word = 0; word < Bits.Words; word++)
            {
                var fresh = here.Either(word) & ~(known?.Either(word) ?? 0);
                count += BitOperations.PopCount(fresh & ~here.OfSeveral(word, fresh));
            }
        }

        return count + AddTo(several);
    }

    /// <summary>Adds those who may be found in several places; the answer is how many of them are new.</summary>
    private int AddTo(DistinctTherapists several)
    {
        var added = 0;
        foreach (var part in Parts)
        {
            if (part.View.Fixed.Several is not { } ids)
                continue;
            for (var word = 0; word < Bits.Words; word++)
            {
                for (var rest = part.OfSeveral(word, part.Either(word)); rest != 0; rest &= rest - 1)
                    added += several.Add(ids[(word * Bits.PerWord) + BitOperations.TrailingZeroCount(rest)]) ? 1 : 0;
            }
        }

        return added;
    }
}
