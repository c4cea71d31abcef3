using ReferralDirectory.Benchmarks.Calibration;
using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Matching.Tests.Vetting;

/// <summary>A small simulated world that no constant was set on; the verb <c>calibration</c> of the benchmarks judges larger ones.</summary>
public sealed class CalibrationTests
{
    private static readonly CalibrationFigures Figures = new(SimulatedWorld.Judge(seed: 21, therapists: 1_500));

    [Fact]
    public void High_is_true_in_nine_of_ten() => Assert.InRange(Figures.TrueOf(Confidence.High), CalibrationFigures.HighIsTrueAtLeast, 1);

    [Fact]
    public void What_is_said_is_near_what_is_so() => Assert.InRange(Figures.ExpectedError, 0, CalibrationFigures.ErrorAtMost);

    [Fact]
    public void A_better_word_is_more_often_true()
    {
        Assert.True(Figures.TrueOf(Confidence.High) > Figures.TrueOf(Confidence.Medium));
        Assert.True(Figures.TrueOf(Confidence.Medium) > Figures.TrueOf(Confidence.Low));
        Assert.All(Enum.GetValues<Confidence>(), level => Assert.True(Figures.CountOf(level) > 500, level.ToString()));
    }

    [Fact]
    public void The_expected_error_is_the_distance_in_each_bin_weighed_by_what_is_in_it()
    {
        var figures = new CalibrationFigures(
        [
            .. Enumerable.Range(0, 8).Select(i => Fact(.95, i < 6)), // .75 true: .2 too much
            .. Enumerable.Range(0, 2).Select(i => Fact(.45, i < 1)), // .5 true: .05 too little
        ]);

        Assert.Equal((.8 * .2) + (.2 * .05), figures.ExpectedError, 9);
        Assert.Equal((.75, .5), (figures.TrueOf(Confidence.High), figures.TrueOf(Confidence.Low)));
        Assert.False(figures.AreReached);
    }

    private static JudgedFact Fact(double probability, bool isTrue) =>
        new(FactKind.Phone, new FactConfidence(probability, probability > .9 ? Confidence.High : Confidence.Low), isTrue);
}
