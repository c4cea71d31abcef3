using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Ranking;

public sealed class ExplainTests
{
    private static IEnumerable<string> Changes(TherapistBuilder therapist, OrderBuilder order) => new Town(therapist).Explain(order).WhatWouldChangeIt.Select(Words);

    private static string Words(Relaxation change) =>
        $"{change.Kind} {change.Radius?.Value}{change.MinTier}{change.Modality}{change.Preference}".Trim();

    private static GateId? FirstFailed(TherapistBuilder therapist, OrderBuilder order) => new Town(therapist).Explain(order).FirstFailed?.Gate;

    [Fact]
    public void An_eligible_therapist_has_its_rank_although_the_answer_is_short()
    {
        var town = new Town([.. Enumerable.Range(1, 15).Select(id => A.Therapist(id).MilesNorth(id))]);
        Assert.Equal((12, null, 15), town.Explain(An.Order().Top(3), 12) is var explained ? (explained.Hit?.Rank, explained.FirstFailed, explained.Total) : default);
    }

    [Fact]
    public void A_therapist_that_the_index_does_not_know_has_no_explanation() =>
        Assert.Null(Ranker.Explain(new Town().Index, An.Order().Build(), new TherapistId(1), Town.Options));

    [Fact]
    public void A_therapist_without_a_listing_was_no_candidate()
    {
        var explained = new Town(A.Therapist().Nowhere()).Explain(An.Order());
        Assert.Equal((null, null, 0), (explained.Hit, explained.FirstFailed, explained.Gates.Length));
    }

    [Fact]
    public void The_candidate_that_got_furthest_is_explained_up_to_its_first_failed_gate()
    {
        var therapist = A.Therapist().MilesNorth(40).AlsoAt(7).MilesNorth(3).Accepting(AcceptingPatients.No).AlsoAt(8).MilesNorth(2).InState("NJ");
        var explained = new Town(therapist).Explain(An.Order());
        Assert.Equal((GateId.Accepting, "not-accepting"), (explained.FirstFailed!.Gate, explained.FirstFailed.Code));
        Assert.Equal([GateId.WithinRadius, GateId.Licensed, GateId.NotExcluded, GateId.Vetted, GateId.Accepting], explained.Gates.Select(gate => gate.Gate));
    }

    [Fact]
    public void A_wider_radius() => Assert.Equal(["RadiusMiles 50"], Changes(A.Therapist().MilesNorth(40), An.Order().Within(5)));

    [Fact]
    public void A_lower_tier() => Assert.Equal(["MinTier 2"], Changes(A.Therapist(), An.Order().AtTier(4)));

    [Fact]
    public void Forgetting_the_plan() => Assert.Equal(["InsurerWide"], Changes(A.Therapist().TakesOnly(Aetna, AetnaChoice), An.Order().On(Narrow)));

    [Fact]
    public void Another_modality() => Assert.Equal(["Modality swedish"], Changes(A.Therapist(), An.Order().Insisting("trigger-point")));

    [Fact]
    public void Another_modality_than_one_that_needs_a_permission() => Assert.Equal(
        ["Modality trigger-point"], Changes(A.Therapist().OffersOnly("trigger-point").Offers("intra-oral"), An.Order("M26.62").Insisting("intra-oral")));

    [Fact]
    public void A_plan_whose_network_is_closed() => Assert.Equal(
        ["InsurerWide"],
        Changes(A.Therapist().TakesNoInsurance().Takes(Aetna, AetnaSelect, accepting: false).Takes(Aetna, AetnaChoice, accepting: true), An.Order().On(Narrow)));

    [Fact]
    public void Each_preference_that_is_missing() => Assert.Equal(
        ["Preference Languages", "Preference EveningHours"],
        Changes(A.Therapist().Is(Gender.Female), An.Order().Requiring(Preference.Languages, Preference.TherapistGender, Preference.EveningHours).Preferring(p => p with
        {
            Languages = ["es"],
            TherapistGender = Gender.Female,
            EveningHours = true,
        })));

    [Fact]
    public void All_that_must_change_together() => Assert.Equal(
        ["RadiusMiles 50", "MinTier 1", "InsurerWide", "Modality swedish", "Preference EveningHours"],
        Changes(
            A.Therapist().MilesNorth(30).CheckedDaysAgo(200).TakesOnly(Aetna, AetnaChoice),
            An.Order().On(Narrow).Insisting("trigger-point").Requiring(Preference.EveningHours).Preferring(p => p with { EveningHours = true })));

    [Fact]
    public void Nothing_changes_a_gate_of_safety()
    {
        Assert.Empty(Changes(A.Therapist().Unlicensed(), An.Order()));
        Assert.Empty(Changes(A.Therapist().Excluded(Profiles.ExclusionStatus.Excluded), An.Order()));
        Assert.Empty(Changes(A.Therapist().Offers("cdt"), An.Order("I89.0")));
        Assert.Empty(Changes(A.Therapist().With(p => p with { IdentityConflict = true }), An.Order().AtTier(1)));
    }

    [Fact]
    public void Nothing_brings_in_who_stands_behind_a_second_gate_that_cannot_change() =>
        Assert.Empty(Changes(A.Therapist().MilesNorth(40).Unlicensed(), An.Order().Within(5)));

    [Fact]
    public void Nothing_is_offered_when_no_change_of_the_request_helps()
    {
        Assert.Empty(Changes(A.Therapist().Accepting(AcceptingPatients.ExistingOnly), An.Order()));
        Assert.Empty(Changes(A.Therapist().TakesNoInsurance(), An.Order().On(Narrow)));
        Assert.Empty(Changes(A.Therapist().MilesNorth(260), An.Order()));
        Assert.Empty(Changes(A.Therapist(), An.Order("M79.7")));
    }

    [Fact]
    public void A_blocked_order_looks_at_nobody_and_offers_nothing()
    {
        var explained = new Town(A.Therapist()).Explain(An.Order("I82.401").AtTier(3));
        Assert.Equal((ScreeningOutcome.Blocked, null), (explained.Screening.Outcome, explained.Hit));
        Assert.Empty(explained.Gates);
        Assert.Null(explained.FirstFailed);
        Assert.Empty(explained.WhatWouldChangeIt);
    }

    [Fact]
    public void The_first_gate_that_failed_is_named_in_the_order_of_the_funnel() =>
        Assert.Equal(GateId.Licensed, FirstFailed(A.Therapist().Unlicensed().TakesNoInsurance(), An.Order().AtTier(4)));
}
