using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Screening;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// The values that the fit can take for one order: a few levels for each diagnosis, so that <see cref="FitRows"/> can put 64 listings on
/// one at a time.
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

    /// <summary>The raw value of the fit.</summary>
    /// <param name="primary">Of the first diagnosis.</param>
    /// <param name="others">Of the others, summed up.</param>
    public int Raw(int primary, int others) => (int)((((long)ModalityFitRule.PrimaryWeight * primary) + others) / weights);

    /// <summary>Nobody has a better fit.</summary>
    public int Most => Primary.IsEmpty ? 0 : MostWith(Primary[0].Fit);

    /// <summary>The most that somebody can have with a fit for the first diagnosis.</summary>
    public int MostWith(int primary) => Raw(primary, mostOfOthers);

    private static ImmutableArray<FitLevel> LevelsOf(DiagnosisPairs diagnosis, ModalitySet insisted)
    {
        // Whoever is eligible offers everything that is insisted on.
        var counting = diagnosis.Supported.Overlaps(insisted) ? diagnosis.Supported & insisted : diagnosis.Supported;
        var levels =
            from modality in counting.Ordinals
            from training in ModalityFitRule.EveryTraining
            group new FitSource(modality, training) by ModalityFitRule.FitOf(diagnosis, modality, training) into level
            orderby level.Key descending
            select new FitLevel(level.Key, [.. level]);
        return [.. levels];
    }
}

/// <summary>One value of the fit for a diagnosis, and what gives it.</summary>
internal sealed record FitLevel(int Fit, ImmutableArray<FitSource> Sources);

/// <summary>A modality, with training of a kind at least.</summary>
internal readonly record struct FitSource(int Modality, TrainingEvidence Training);
