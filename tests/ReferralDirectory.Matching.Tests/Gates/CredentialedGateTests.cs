using ReferralDirectory.Matching.Explanation;

namespace ReferralDirectory.Matching.Tests.Gates;

public sealed class CredentialedGateTests
{
    private static bool Passes(TherapistBuilder therapist, OrderBuilder order) => Town.Ask(GateId.Credentialed, therapist, order).Passed;

    [Theory]
    [InlineData(null, false)]
    [InlineData(134, false)]
    [InlineData(135, true)]
    public void Lymphedema_asks_for_135_documented_hours(int? hours, bool passes) =>
        Assert.Equal(passes, Passes(A.Therapist().OffersOnly("cdt", hours), An.Order("I89.0")));

    [Fact]
    public void A_confirmed_certificate_stands_for_the_hours() => Assert.True(Passes(A.Therapist().OffersOnly("cdt").Certified("clt"), An.Order("I89.0")));

    [Fact]
    public void A_claimed_certificate_does_not_and_is_named()
    {
        var gate = Town.Ask(GateId.Credentialed, A.Therapist().OffersOnly("cdt").Certified("clt", confirmedDaysAgo: null), An.Order("I89.0"));
        Assert.Equal("credential-missing", gate.Code);
        Assert.NotNull(Assert.Single(Assert.IsType<CredentialEvidence>(gate.Evidence).Requirements).StatedOnly);
    }

    [Fact]
    public void A_certificate_must_hold_on_the_service_date()
    {
        var therapist = A.Therapist().OffersOnly("cdt").Certified("clt", expires: Today.AddDays(5));
        Assert.True(Passes(therapist, An.Order("I89.0").For(Today.AddDays(5))));
        Assert.False(Passes(therapist, An.Order("I89.0").For(Today.AddDays(6))));
    }

    [Fact]
    public void A_second_diagnosis_asks_too() => Assert.False(Passes(A.Therapist(), An.Order("M54.50", "I89.0")));

    [Fact]
    public void Low_back_pain_beside_lymphedema_still_asks_for_decongestive_training()
    {
        var town = new Town(A.Therapist(1).Offers("cdt"), A.Therapist(2).OffersOnly("cdt", 135), A.Therapist(3).Offers("mld"));
        Assert.Equal([2], town.Order(An.Order("I89.0", "M54.50")));
    }

    [Fact]
    public void A_finding_asks_too()
    {
        Assert.False(Passes(A.Therapist(), An.Order().Answering("pregnancy")));
        Assert.True(Passes(A.Therapist().Offers("prenatal", 16), An.Order().Answering("pregnancy")));
    }

    [Fact]
    public void A_modality_that_the_order_insists_on_asks_too() =>
        Assert.False(Passes(A.Therapist().Offers("intra-oral").Offers("trigger-point"), An.Order("M26.62").Insisting("intra-oral")));

    [Fact]
    public void An_order_that_asks_for_nothing_passes() => Assert.Equal("no-requirement", Town.Ask(GateId.Credentialed, A.Therapist()).Code);
}
