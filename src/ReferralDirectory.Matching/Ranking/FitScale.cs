using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Screening;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// The values that the fit can take for one order: a few levels for each diagnosis, so that a listing is put on one by operations on sets.
/// </summary>
internal sealed class FitScale
{
    private readonly int weights;
    private readonly int mostOfOthers;

    public FitScale(AdmissiblePairs pairs, ModalitySet insisted)
    {
        Primary = LevelsOf(pairs.Primary, insisted);
        Others = [.. pairs.All.Skip(1).Where(diagnosis => !diagnosis.Supported.IsEmpty).Select(diagnosis => LevelsOf(diagnosis, insisted))];
        weights = ModalityFitRule.PrimaryWeight + Others.Length;
        mostOfOthers = Others.Sum(levels => levels[0].Fit);
    }

    /// <summary>Of the first diagnosis, for which everyone who is eligible offers something: the best first.</summary>
    public ImmutableArray<FitLevel> Primary { get; }

    /// <summary>Of each further diagnosis for which anything is supported.</summary>
    public ImmutableArray<ImmutableArray<FitLevel>> Others { get; }

    /// <summary>Nobody has a better fit.</summary>
    public int Most => Primary.IsEmpty ? 0 : Raw(Primary[0].Fit, mostOfOthers);

    /// <summary>Nobody who offers nothing else has a better fit; zero: nothing of it is for the first diagnosis.</summary>
    public int MostOf(ModalitySet offered) => FitOf(Primary, offered, ModalitySet.All, ModalitySet.All) is > 0 and var primary ? Raw(primary, mostOfOthers) : 0;

    /// <summary>The raw value of the fit rule.</summary>
    /// <param name="usable">What is offered and may be practised.</param>
    /// <param name="certified">With a certificate for it; for more counts no more.</param>
    /// <param name="documented">With enough documented hours.</param>
    public int Raw(ModalitySet usable, ModalitySet certified, ModalitySet documented)
    {
        var others = 0;
        foreach (var levels in Others)
            others += FitOf(levels, usable, certified, documented);
        return Raw(FitOf(Primary, usable, certified, documented), others);
    }

    private int Raw(int primary, int others) => (int)((((long)ModalityFitRule.PrimaryWeight * primary) + others) / weights);

    private static int FitOf(ImmutableArray<FitLevel> levels, ModalitySet usable, ModalitySet certified, ModalitySet documented)
    {
        foreach (var level in levels)
        {
            if (level.IsReached(usable, certified, documented))
                return level.Fit;
        }

        return 0;
    }

    private static ImmutableArray<FitLevel> LevelsOf(DiagnosisPairs diagnosis, ModalitySet insisted)
    {
        // Whoever is eligible offers everything that is insisted on.
        var counting = diagnosis.Supported.Overlaps(insisted) ? diagnosis.Supported & insisted : diagnosis.Supported;
        var levels =
            from modality in counting.Ordinals
            from training in ModalityFitRule.EveryTraining
            group (Modality: modality, Training: training) by ModalityFitRule.FitOf(diagnosis, modality, training) into level
            orderby level.Key descending
            select new FitLevel(level.Key, With(level, TrainingEvidence.Certified), With(level, TrainingEvidence.Documented), With(level, TrainingEvidence.Listed));
        return [.. levels];
    }

    private static ModalitySet With(IEnumerable<(int Modality, TrainingEvidence Training)> sources, TrainingEvidence training) =>
        sources.Where(source => source.Training == training).Aggregate(ModalitySet.Empty, (set, source) => set | ModalitySet.Of(source.Modality));
}

/// <summary>One value of the fit for a diagnosis, and the modalities that give it, by the training in them.</summary>
internal sealed record FitLevel(int Fit, ModalitySet Certified, ModalitySet Documented, ModalitySet Listed)
{
    public bool IsReached(ModalitySet usable, ModalitySet certified, ModalitySet documented) =>
        usable.Overlaps(Listed | (Certified & certified) | (Documented & documented));
}
