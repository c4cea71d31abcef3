using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The levels of a <see cref="FitScale"/> as rows of bits: which listings of a block are on which.</summary>
internal sealed class FitRows
{
    private readonly FitScale scale;
    private readonly Level[] primary;
    private readonly Level[][] others;

    public FitRows(FitScale scale, BlockView view)
    {
        this.scale = scale;
        primary = Bound(scale.Primary, view);
        others = [.. scale.Others.Select(levels => Bound(levels, view))];
    }

    /// <summary>Levels of the first diagnosis, the best first.</summary>
    public int LevelCount => primary.Length;

    /// <summary>The most that a listing on a level can have.</summary>
    public int MostAt(int level) => scale.MostWith(primary[level].Fit);

    /// <summary>The listings of a tile on a level; those on a better one may be among them.</summary>
    public ulong At(int level, int tile) => primary[level].At(tile);

    /// <summary>The raw value of the fit rule for a listing on a level and on no better one.</summary>
    public int RawOf(int level, int place)
    {
        var sum = 0;
        foreach (var levels in others)
        {
            foreach (var other in levels)
            {
                if ((other.At(place / Bits.PerWord) >> (place % Bits.PerWord) & 1) == 0)
                    continue;
                sum += other.Fit;
                break;
            }
        }

        return scale.Raw(primary[level].Fit, sum);
    }

    private static Level[] Bound(ImmutableArray<FitLevel> levels, BlockView view) => [.. levels.Select(level => new Level(level, view)).Where(level => !level.IsEmpty)];

    private sealed class Level
    {
        private readonly List<(ulong[] Usable, ulong[]? Trained)> sources = [];

        public Level(FitLevel level, BlockView view)
        {
            Fit = level.Fit;
            foreach (var (modality, training) in level.Sources)
            {
                if (view.UsableAs(modality) is not { } usable)
                    continue;
                if (training == TrainingEvidence.Listed)
                    sources.Add((usable, null));
                else if ((training == TrainingEvidence.Certified ? view.ServiceDay.Certified : view.Fixed.Documented)[modality] is { } trained)
                    sources.Add((usable, trained));
            }
        }

        public int Fit { get; }

        public bool IsEmpty => sources.Count == 0;

        public ulong At(int tile)
        {
            var found = 0UL;
            foreach (var (usable, trained) in sources)
                found |= trained is null ? usable[tile] : usable[tile] & trained[tile];
            return found;
        }
    }
}
