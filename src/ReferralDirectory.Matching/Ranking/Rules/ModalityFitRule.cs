using System.Collections.Immutable;
using System.Numerics;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking.Rules;

/// <summary>
/// How well what the therapist does fits the order: per diagnosis the best of grade (A 1, B .8, C .5, D .25) times training (certified
/// 1, documented .9, listed .7); a diagnosis that the tables do not know is worth .25. The mean over the diagnoses for which anything is
/// supported, the first counting double; nothing for one that the therapist does not serve, so that serving more never ranks lower.
/// </summary>
public static class ModalityFitRule
{
    /// <summary>Documented hours from which training in a modality counts as documented.</summary>
    public const int DocumentedHours = CompiledTherapist.DocumentedModalityHours;

    /// <summary>What a modality for a diagnosis is worth of which the tables know nothing.</summary>
    public const double UnknownWorth = .25;

    /// <summary>The first diagnosis counts for so many.</summary>
    public const int PrimaryWeight = 2;

    /// <summary>Every kind of training, for whoever wants to know all values that a fit can take.</summary>
    internal static readonly ImmutableArray<TrainingEvidence> EveryTraining = [.. Enum.GetValues<TrainingEvidence>()];

    private const int NeutralFit = (int)(UnknownWorth * Millionths.One);

    internal static int Raw(CandidateFacts facts)
    {
        var (query, therapist) = (facts.Query, facts.Candidate.Compiled);
        var certified = therapist.CertifiedOn(query.Criteria.ServiceDate);
        long sum = 0;
        var weights = 0;
        for (var i = 0; i < query.Pairs.All.Length; i++)
        {
            var diagnosis = query.Pairs.All[i];
            if (diagnosis.Supported.IsEmpty)
                continue;
            var weight = i == 0 ? PrimaryWeight : 1;
            sum += (long)weight * Best(diagnosis, facts.Usable, certified, therapist.Documented, query.Insisted).Fit;
            weights += weight;
        }

        return weights == 0 ? 0 : (int)(sum / weights);
    }

    internal static RuleScore Explain(CandidateFacts facts) =>
        new(RuleId.ModalityFit, Raw(facts), facts.Query.Weights.ModalityFit, new FitEvidence(facts.Pairs, [], []));

    /// <summary>The best pair of each diagnosis that has one.</summary>
    internal static ImmutableArray<PairEvidence> PairsOf(in Candidate candidate, MatchQuery query, ModalitySet usable)
    {
        var certified = candidate.Compiled.CertifiedOn(query.Criteria.ServiceDate);
        var documented = candidate.Compiled.Documented;
        var pairs = ImmutableArray.CreateBuilder<PairEvidence>(query.Pairs.All.Length);
        foreach (var diagnosis in query.Pairs.All)
        {
            var (ordinal, fit) = Best(diagnosis, usable, certified, documented, query.Insisted);
            if (ordinal < 0)
                continue;
            var row = diagnosis.Known ? diagnosis.RowByOrdinal[ordinal] : null;
            pairs.Add(new PairEvidence(
                diagnosis.Diagnosis, query.Knowledge.Rows.Modalities[ordinal].Code, row?.Grade, TrainingIn(ordinal, certified, documented), fit, row?.Limits,
                row?.Source));
        }

        return pairs.DrainToImmutable();
    }

    private static (int Ordinal, int Fit) Best(DiagnosisPairs diagnosis, ModalitySet usable, ModalitySet certified, ModalitySet documented, ModalitySet insisted)
    {
        var pairs = diagnosis.Supported & usable;
        if (pairs.Overlaps(insisted))
            pairs &= insisted;
        var best = (Ordinal: -1, Fit: 0);
        for (var rest = pairs.Bits; rest != 0; rest &= rest - 1)
        {
            var ordinal = BitOperations.TrailingZeroCount(rest);
            var fit = FitOf(diagnosis, ordinal, TrainingIn(ordinal, certified, documented));
            if (fit > best.Fit)
                best = (ordinal, fit);
        }

        return best;
    }

    /// <summary>The worth of a modality for a diagnosis that supports it.</summary>
    internal static int FitOf(DiagnosisPairs diagnosis, int ordinal, TrainingEvidence training) =>
        diagnosis.Known ? GradeTenThousandths(diagnosis.RowByOrdinal[ordinal]?.Grade) * TrainingPercent(training) : NeutralFit;

    public static double WorthOf(EvidenceGrade grade) => GradeTenThousandths(grade) / 10_000.0;

    public static double WorthOf(TrainingEvidence training) => TrainingPercent(training) / 100.0;

    private static int GradeTenThousandths(EvidenceGrade? grade) => grade switch
    {
        EvidenceGrade.A => 10_000,
        EvidenceGrade.B => 8_000,
        EvidenceGrade.C => 5_000,
        _ => 2_500,
    };

    private static int TrainingPercent(TrainingEvidence training) => training switch
    {
        TrainingEvidence.Certified => 100,
        TrainingEvidence.Documented => 90,
        _ => 70,
    };

    private static TrainingEvidence TrainingIn(int ordinal, ModalitySet certified, ModalitySet documented) =>
        certified.Contains(ordinal) ? TrainingEvidence.Certified
        : documented.Contains(ordinal) ? TrainingEvidence.Documented
        : TrainingEvidence.Listed;
}
