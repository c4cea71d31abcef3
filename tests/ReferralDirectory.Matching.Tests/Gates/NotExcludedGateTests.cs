using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Gates;

public sealed class NotExcludedGateTests
{
    [Fact]
    public void A_confirmed_match_on_the_exclusion_list_is_never_shown()
    {
        var gate = Town.Ask(GateId.NotExcluded, A.Therapist().Excluded(ExclusionStatus.Excluded), An.Order().AtTier(0));
        Assert.Equal(("excluded", false), (gate.Code, gate.Passed));
    }

    [Fact]
    public void A_possible_match_says_no_more_than_that_it_is_under_review()
    {
        var town = new Town(A.Therapist().Excluded(ExclusionStatus.PossibleMatch));
        var explained = town.Explain(An.Order().AtTier(0));
        Assert.Null(explained.Hit);
        Assert.Equal(new GateOutcome(GateId.NotExcluded, false, "under-review", new ExclusionEvidence(null)), explained.FirstFailed);
        Assert.Equal(GateId.NotExcluded, explained.Gates[^1].Gate);
        Assert.Empty(explained.WhatWouldChangeIt);
    }

    [Fact]
    public void Not_even_the_tier_tells_a_possible_match_from_a_missing_check()
    {
        var reviewed = TierAssessor.Assess(A.Therapist().Excluded(ExclusionStatus.PossibleMatch).Build(), NewYork, Today, SmallKnowledge.Tables);
        var unlisted = TierAssessor.Assess(A.Therapist().With(p => p with { Exclusion = null }).Build(), NewYork, Today, SmallKnowledge.Tables);
        Assert.Equal(unlisted with { Missing = reviewed.Missing }, reviewed);
        Assert.Equal(unlisted.Missing, reviewed.Missing);
    }

    [Fact]
    public void A_licence_suspended_in_any_state_hides_the_therapist()
    {
        var gate = Town.Ask(GateId.NotExcluded, A.Therapist().LicensedIn("NJ", LicenceStatus.Suspended));
        Assert.Equal(("licence-disciplined", false), (gate.Code, gate.Passed));
    }

    [Fact]
    public void Whoever_was_not_checked_is_shown_with_a_caution_at_tier_one_only()
    {
        var unlisted = A.Therapist().With(p => p with { Exclusion = null });
        Assert.Contains("exclusion-not-checked", new Town(unlisted).Hit(An.Order().AtTier(1)).Cautions);
        Assert.Empty(new Town(unlisted).Order(An.Order().AtTier(2)));
    }

    [Fact]
    public void People_under_review_or_excluded_may_not_be_shown_anywhere() => Assert.Equal(
        [true, false, false], Enum.GetValues<ExclusionStatus>().Select(status => NotExcludedGate.MayBeShown(A.Therapist().Excluded(status).Build())));
}
