using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Ranking;

public sealed class RankingOptionsTests
{
    private static readonly RankingOptions Defaults = new();

    private static int[] WeightsFor(Audience audience) => Defaults.WeightsFor(audience) is var w
        ? [w.ModalityFit, w.Vetting, w.NetworkEvidence, w.Distance, w.Availability, w.Record, w.Preferences] : [];

    [Fact]
    public void A_physician_s_weights_are_as_published() => Assert.Equal([25, 25, 15, 10, 10, 10, 5], WeightsFor(Audience.Physician));

    [Fact]
    public void A_patient_s_weights_are_as_published() => Assert.Equal([20, 20, 15, 25, 10, 0, 10], WeightsFor(Audience.Patient));

    [Theory]
    [InlineData(Audience.Physician, 2)]
    [InlineData(Audience.Patient, 1)]
    public void Weights_add_up_to_one_hundred_and_tiers_are_as_published(Audience audience, int minTier) =>
        Assert.Equal((100, minTier), (Defaults.WeightsFor(audience).Total, Defaults.MinTierFor(audience)));

    [Fact]
    public void Distance_is_halved_at_eight_miles() => Assert.Equal(8, Defaults.HalfDistanceMiles);

    [Fact]
    public void The_radius_grows_in_six_steps() => Assert.Equal([5, 10, 25, 50, 100, 250], RadiusLadder.Steps.Select(step => step.Value));
}
