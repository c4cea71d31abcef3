using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Gates;

public sealed class IndicatedGateTests
{
    private static GateOutcome Ask(TherapistBuilder therapist, OrderBuilder order) => Town.Ask(GateId.Indicated, therapist, order);

    private static FitEvidence Fit(GateOutcome gate) => Assert.IsType<FitEvidence>(gate.Evidence);

    [Fact]
    public void Fibromyalgia_keeps_a_swedish_only_therapist_out_with_the_source()
    {
        var gate = Ask(A.Therapist(), An.Order("M79.7"));
        Assert.Equal("no-admissible-modality", gate.Code);
        Assert.Equal(new RefusedPair(Modality("swedish"), RefusalReason.NoEffect, "TEST"), Assert.Single(Fit(gate).Refused));
    }

    [Fact]
    public void A_modality_that_the_tables_speak_against_does_not_count() =>
        Assert.Equal(RefusalReason.Against, Assert.Single(Fit(Ask(A.Therapist().OffersOnly("deep-tissue"), An.Order("G62.9"))).Refused).Reason);

    [Fact]
    public void What_screening_struck_out_does_not_count()
    {
        var gate = Ask(A.Therapist().OffersOnly("deep-tissue"), An.Order().Answering("anticoagulants"));
        Assert.False(gate.Passed);
        Assert.Equal(RefusalReason.StruckOut, Assert.Single(Fit(gate).Refused).Reason);
        Assert.True(Ask(A.Therapist(), An.Order().Answering("anticoagulants")).Passed);
    }

    [Fact]
    public void Serving_the_second_diagnosis_alone_is_not_enough() => Assert.False(Ask(A.Therapist(), An.Order("M79.7", "M54.50")).Passed);

    [Fact]
    public void Every_modality_that_the_order_insists_on_must_be_offered()
    {
        var order = An.Order().Insisting("swedish", "trigger-point");
        Assert.Equal(("insisted-modality-missing", Modality("trigger-point")), (Ask(A.Therapist(), order).Code, Assert.Single(Fit(Ask(A.Therapist(), order)).InsistedMissing)));
        Assert.True(Ask(A.Therapist().Offers("trigger-point"), order).Passed);
    }

    [Fact]
    public void A_code_that_no_row_knows_is_served_by_the_massage_group()
    {
        Assert.Equal("no-known-indication", Ask(A.Therapist(), An.Order("Z99.9")).Code);
        Assert.False(Ask(A.Therapist().OffersOnly("shiatsu"), An.Order("Z99.9")).Passed);
    }

    [Fact]
    public void Intra_oral_work_counts_only_with_the_state_s_permission()
    {
        var gate = Ask(A.Therapist().OffersOnly("intra-oral"), An.Order("M26.62"));
        Assert.Equal(RefusalReason.PermissionMissing, Assert.Single(Fit(gate).Refused).Reason);
        Assert.True(Ask(A.Therapist().OffersOnly("intra-oral").Certified("intra-oral-permission"), An.Order("M26.62")).Passed);
    }

    [Fact]
    public void Of_two_conditions_behind_one_code_the_weaker_grade_counts()
    {
        var pairs = Fit(Ask(A.Therapist().Offers("myofascial-release"), An.Order("M54.50"))).Pairs;
        Assert.Equal((Modality("myofascial-release"), EvidenceGrade.B), (pairs[0].Modality, pairs[0].Grade!.Value));
        Assert.Equal(EvidenceGrade.C, Fit(Ask(A.Therapist(), An.Order("M54.50"))).Pairs[0].Grade);
    }

    [Fact]
    public void What_is_insisted_on_against_advice_has_no_grade()
    {
        var pair = Assert.Single(Fit(Ask(A.Therapist(), An.Order("M54.16").Insisting("swedish").Acknowledged())).Pairs);
        Assert.Null(pair.Grade);
    }
}
