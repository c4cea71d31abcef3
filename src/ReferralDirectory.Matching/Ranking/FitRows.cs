using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The levels of a <see cref="FitScale"/> as rows of bits: which listings of a block are on which.</summary>
internal readonly struct FitRows
{
    private readonly FitScale scale;
    private readonly Level[] primary;
    private readonly Level[][] others;

    public FitRows(FitScale scale, BlockView view)
    {
        this.scale = scale;
        primary = Bind(scale.Primary, view);
        others = scale.Others.IsEmpty ? [] : [.. scale.Others.Select(levels => Bind(levels, view))];
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

    private static Level[] Bind(ImmutableArray<FitLevel> levels, BlockView view)
    {
        var bound = new Level[levels.Length];
        for (var i = 0; i < bound.Length; i++)
            bound[i] = new Level(levels[i], view);
        return bound;
    }

    private readonly struct Level
    {
        private readonly (ulong[]? Usable, ulong[]? Trained)[] sources;

        public Level(FitLevel level, BlockView view)
        {
            Fit = level.Fit;
            sources = new (ulong[]?, ulong[]?)[level.Sources.Length];
            for (var i = 0; i < sources.Length; i++)
                sources[i] = RowsOf(level.Sources[i], view);
        }

        public int Fit { get; }

        public ulong At(int tile)
        {
            var found = 0UL;
            foreach (var (usable, trained) in sources)
            {
                if (usable is not null && trained is not null)
                    found |= usable[tile] & trained[tile];
            }

            return found;
        }

        private static (ulong[]? Usable, ulong[]? Trained) RowsOf(FitSource source, BlockView view)
        {
            var usable = view.UsableAs(source.Modality);
            return (usable, source.Training switch
            {
                TrainingEvidence.Certified => view.ServiceDay.Certified[source.Modality],
                TrainingEvidence.Documented => view.Fixed.Documented[source.Modality],
                _ => usable,
            });
        }
    }
}
