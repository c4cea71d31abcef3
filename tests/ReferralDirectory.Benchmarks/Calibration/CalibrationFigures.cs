using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Benchmarks.Calibration;

/// <summary>How what was said compares with what is so.</summary>
internal sealed class CalibrationFigures(IReadOnlyCollection<JudgedFact> facts)
{
    public const int Bins = 10;
    public const double HighIsTrueAtLeast = .9;
    public const double ErrorAtMost = .05;

    public int Count => facts.Count;

    public double Said => facts.Average(fact => fact.Confidence.Probability);

    public double True => ShareTrue(facts);

    public IReadOnlyList<CalibrationBin> Curve { get; } =
    [
        .. facts.GroupBy(fact => Math.Min((int)(fact.Confidence.Probability * Bins), Bins - 1)).OrderBy(bin => bin.Key)
            .Select(bin => new CalibrationBin((double)bin.Key / Bins, bin.Count(), bin.Average(fact => fact.Confidence.Probability), ShareTrue([.. bin]))),
    ];

    /// <summary>The mean distance between what is said and what is so, over the bins, each as heavy as it is full.</summary>
    public double ExpectedError => Curve.Sum(bin => bin.Count * Math.Abs(bin.Said - bin.True)) / Count;

    public bool AreReached => (CountOf(Confidence.High) == 0 || TrueOf(Confidence.High) >= HighIsTrueAtLeast) && ExpectedError <= ErrorAtMost;

    public int CountOf(Confidence level) => facts.Count(fact => fact.Confidence.Level == level);

    public double TrueOf(Confidence level) => ShareTrue([.. facts.Where(fact => fact.Confidence.Level == level)]);

    public CalibrationFigures Of(FactKind kind) => new([.. facts.Where(fact => fact.Kind == kind)]);

    private static double ShareTrue(IReadOnlyCollection<JudgedFact> some) => some.Count == 0 ? double.NaN : (double)some.Count(fact => fact.IsTrue) / some.Count;
}

/// <param name="From">The least that is said in it.</param>
/// <param name="Said">On average.</param>
/// <param name="True">The share that is so.</param>
internal sealed record CalibrationBin(double From, int Count, double Said, double True);
