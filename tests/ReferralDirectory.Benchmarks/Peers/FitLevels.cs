using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>
/// The modality fit as a table can tell it: what each pair of grade and training is worth, the dearest first, and the modalities that the
/// tables support at that grade. A therapist is worth the first level in which the modalities of that training overlap.
/// </summary>
internal sealed class FitLevels
{
    /// <summary>Every pair of grade and training with its worth in millionths, the dearest first.</summary>
    public static readonly (EvidenceGrade Grade, TrainingEvidence Training, int Worth)[] All =
    [
        .. (from grade in Enum.GetValues<EvidenceGrade>()
            from training in Enum.GetValues<TrainingEvidence>()
            select (grade, training, Worth: Millionths(ModalityFitRule.WorthOf(grade) * ModalityFitRule.WorthOf(training))))
            .OrderByDescending(level => level.Worth),
    ];

    private readonly ulong[] modalities = new ulong[All.Length];
    private readonly bool known;

    public FitLevels(DiagnosisPairs pairs)
    {
        (known, Supported) = (pairs.Known, pairs.Supported.Bits);
        for (var level = 0; known && level < All.Length; level++)
        {
            foreach (var ordinal in pairs.Supported.Ordinals.Where(ordinal => GradeOf(pairs, ordinal) == All[level].Grade))
                modalities[level] |= 1UL << ordinal;
        }
    }

    /// <summary>The modalities of which a therapist must offer one.</summary>
    public ulong Supported { get; }

    /// <summary>The worth of every supported modality where the tables do not know the diagnosis; 0 where they do.</summary>
    public int Neutral => known ? 0 : Millionths(ModalityFitRule.UnknownWorth);

    /// <summary>The worth that nobody exceeds.</summary>
    public int Most => known ? All.Zip(modalities).Where(level => level.Second != 0).Select(level => level.First.Worth).FirstOrDefault() : Neutral;

    /// <param name="level">A place in <see cref="All"/>.</param>
    public ulong ModalitiesAt(int level) => modalities[level];

    /// <param name="usable">What the therapist offers and may practise.</param>
    /// <param name="documented">Of those, with documented hours.</param>
    /// <param name="certified">Of those, certified.</param>
    public int Of(ulong usable, ulong documented, ulong certified)
    {
        for (var level = 0; known && level < All.Length; level++)
        {
            var trained = All[level].Training switch
            {
                TrainingEvidence.Certified => certified,
                TrainingEvidence.Documented => documented,
                _ => usable,
            };
            if ((trained & modalities[level]) != 0)
                return All[level].Worth;
        }

        return Neutral;
    }

    /// <summary>No grade counts as the weakest.</summary>
    private static EvidenceGrade GradeOf(DiagnosisPairs pairs, int ordinal) => pairs.RowByOrdinal[ordinal]?.Grade ?? EvidenceGrade.D;

    private static int Millionths(double worth) => (int)Math.Round(worth * 1_000_000);
}
