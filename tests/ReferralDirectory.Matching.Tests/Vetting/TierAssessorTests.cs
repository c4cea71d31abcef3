using System.Globalization;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class TierAssessorTests
{
    private static VettingAssessment Assess(TherapistBuilder therapist, string state = "NY") =>
        TierAssessor.Assess(therapist.Build(), StateCode.Parse(state), Today, SmallKnowledge.Tables);

    private static int TierFor(TherapistBuilder therapist, params string[] relevant) =>
        TierAssessor.Assess(therapist.Build(), NewYork, Today, SmallKnowledge.Tables, SmallKnowledge.Tables.SetOf(relevant.Select(Modality))).Tier;

    private static void Is(int tier, TherapistBuilder therapist, params VettingGap[] missing)
    {
        var assessment = Assess(therapist);
        Assert.Equal(tier, assessment.Tier);
        Assert.Equal(missing, assessment.Missing);
    }

    private static TherapistBuilder Unchecked => A.Therapist().CheckedDaysAgo(null).With(p => p with { Exclusion = null, LiabilityCover = null });

    [Fact]
    public void Nobody_without_a_number_is_identified() =>
        Is(0, A.Therapist().Unlicensed().With(p => p with { Npi = null }), VettingGap.IdentifierMissing);

    [Fact]
    public void A_licence_without_a_number_identifies_nobody() => Is(
        0, A.Therapist().With(p => p with { Npi = null, Licences = [p.Licences[0] with { Number = "pending" }] }), VettingGap.IdentifierMissing);

    [Fact]
    public void An_identity_in_conflict_is_tier_zero_whatever_was_checked() =>
        Is(0, A.Therapist().Hours(documented: 1000).Certified("bctmb").With(p => p with { IdentityConflict = true }), VettingGap.IdentityInConflict);

    [Fact]
    public void An_identity_in_conflict_is_shown_at_no_tier()
    {
        var explained = new Town(A.Therapist().With(p => p with { IdentityConflict = true })).Explain(An.Order().AtTier(0));

        Assert.Null(explained.Hit);
        Assert.Equal((GateId.Vetted, "tier-too-low"), (explained.FirstFailed?.Gate, explained.FirstFailed?.Code));
        Assert.Equal([VettingGap.IdentityInConflict], ((TierEvidence)explained.FirstFailed!.Evidence).Assessment.Missing);
        Assert.Empty(explained.WhatWouldChangeIt);
    }

    [Fact]
    public void A_member_list_alone_never_lifts_anyone_above_tier_one() => Is(
        1, Unchecked.Hours(stated: 2000).Certified("bctmb", confirmedDaysAgo: null),
        VettingGap.LicenceNotConfirmed, VettingGap.ExclusionNotChecked, VettingGap.LiabilityCoverNotStated);

    [Fact]
    public void Checked_licence_exclusion_list_and_liability_make_tier_two() =>
        Is(2, A.Therapist(), VettingGap.HoursUnknown, VettingGap.BoardCertificationOr750Hours);

    [Theory]
    [InlineData(119, 2)]
    [InlineData(120, 2)]
    [InlineData(121, 1)]
    public void A_licence_check_counts_for_120_days(int daysAgo, int tier) => Assert.Equal(tier, Assess(A.Therapist().CheckedDaysAgo(daysAgo)).Tier);

    [Fact]
    public void A_stale_licence_check_is_named() => Is(1, A.Therapist().CheckedDaysAgo(121), VettingGap.LicenceCheckStale);

    [Theory]
    [InlineData(30, 2)]
    [InlineData(31, 2)]
    [InlineData(32, 1)]
    public void A_check_of_the_exclusion_list_counts_for_31_days(int daysAgo, int tier) =>
        Assert.Equal(tier, Assess(A.Therapist().Excluded(ExclusionStatus.Clear, daysAgo)).Tier);

    [Theory]
    [InlineData(10, 0, 2)]
    [InlineData(10, -1, 1)]
    [InlineData(32, 90, 1)]
    public void A_check_of_the_exclusion_list_ends_with_its_own_last_day_when_that_comes_first(int daysAgo, int lastDay, int tier) =>
        Assert.Equal(tier, Assess(A.Therapist().Excluded(ExclusionStatus.Clear, daysAgo)
            .With(p => p with { Exclusion = p.Exclusion! with { ValidUntil = Words.Today.AddDays(lastDay) } })).Tier);

    [Fact]
    public void A_stale_exclusion_check_is_named() => Is(1, A.Therapist().Excluded(ExclusionStatus.Clear, 32), VettingGap.ExclusionCheckStale);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(0, 2)]
    [InlineData(-1, 1)]
    public void Liability_cover_counts_to_its_last_day(int endsIn, int tier) =>
        Assert.Equal(tier, Assess(A.Therapist().With(p => p with { LiabilityCoverUntil = Today.AddDays(endsIn) })).Tier);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(-1, 1)]
    public void A_licence_counts_to_its_last_day(int endsIn, int tier) =>
        Assert.Equal(tier, Assess(A.Therapist().Unlicensed().LicensedIn("NY", expires: Today.AddDays(endsIn))).Tier);

    [Fact]
    public void A_licence_that_is_not_yet_issued_does_not_count() => Is(
        1, A.Therapist().Unlicensed().LicensedIn("NY", issued: Today.AddDays(1)), VettingGap.LicenceNotConfirmed);

    [Theory]
    [InlineData(LicenceStatus.ActiveWithConditions, 2)]
    [InlineData(LicenceStatus.Interim, 1)]
    public void An_interim_permit_does_not_count_conditions_do_not_matter(LicenceStatus status, int tier) =>
        Assert.Equal(tier, Assess(A.Therapist().Unlicensed().LicensedIn("NY", status)).Tier);

    [Fact]
    public void A_licence_counts_in_its_own_state() => Assert.Equal(1, Assess(A.Therapist(), "NJ").Tier);

    [Fact]
    public void Without_a_licence_law_any_state_s_licence_or_a_board_certification_serves()
    {
        Assert.Equal(2, Assess(A.Therapist(), "VT").Tier);
        Assert.Equal(1, Assess(A.Therapist().Unlicensed(), "VT").Tier);
        Assert.Equal(2, Assess(A.Therapist().Unlicensed().Certified("bctmb"), "VT").Tier);
        Assert.Equal(1, Assess(A.Therapist().Unlicensed().Certified("bctmb"), "NY").Tier);
    }

    [Theory]
    [InlineData(749, 2)]
    [InlineData(750, 3)]
    public void Seven_hundred_and_fifty_documented_hours_make_tier_three(int hours, int tier) =>
        Assert.Equal(tier, Assess(A.Therapist().Hours(documented: hours)).Tier);

    [Theory]
    [InlineData(499, 1)]
    [InlineData(500, 2)]
    [InlineData(599, 2)]
    [InlineData(600, 3)]
    public void Few_documented_hours_cap_the_tier_of_the_board_certified(int hours, int tier) =>
        Assert.Equal(tier, Assess(A.Therapist().Certified("bctmb").Hours(documented: hours)).Tier);

    [Fact]
    public void Hours_below_the_state_s_minimum_are_named() => Is(1, A.Therapist().Hours(documented: 499), VettingGap.HoursBelowStateMinimum);

    [Theory]
    [InlineData("2026-12-31", 2)]
    [InlineData("2027-01-01", 1)]
    public void A_higher_minimum_of_hours_holds_from_its_day(string day, int tier)
    {
        var asOf = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var rule = SmallKnowledge.Tables.StateRuleOn(NewYork, Today)!;
        var tables = new KnowledgeTables(SmallKnowledge.Tables.Rows with
        {
            StateRules = [rule with { EffectiveTo = new DateOnly(2026, 12, 31) }, rule with { Hours = 1_000, EffectiveFrom = new DateOnly(2027, 1, 1) }],
        });
        var checkedThen = new ExclusionCheck(ExclusionStatus.Clear, new Provenance("list", FactMethod.PrimarySource, asOf), ValidUntil: null);
        var therapist = A.Therapist().Hours(documented: 700).Build();
        therapist = therapist with { Exclusion = checkedThen, Licences = [.. therapist.Licences.Select(licence => licence with { CheckedOn = asOf, ExpiresOn = null })] };

        Assert.Equal(tier, TierAssessor.Assess(therapist, NewYork, asOf, tables).Tier);
    }

    [Fact]
    public void A_new_licence_law_ends_what_stood_in_for_a_licence()
    {
        var minnesotan = A.Therapist().Unlicensed().Certified("bctmb").Build();

        Assert.Equal(2, TierOn(new DateOnly(2026, 12, 31)));
        Assert.Equal(1, TierOn(new DateOnly(2027, 1, 1)));

        int TierOn(DateOnly day) => TierAssessor.Assess(
            minnesotan with { Exclusion = minnesotan.Exclusion! with { From = minnesotan.Exclusion.From with { AsOf = day } } }, StateCode.Parse("MN"), day, SmallKnowledge.Tables).Tier;
    }

    [Fact]
    public void Hours_below_600_are_named() => Is(2, A.Therapist().Certified("bctmb").Hours(documented: 599), VettingGap.HoursBelow600);

    [Fact]
    public void Unknown_hours_cap_at_tier_two() => Is(2, A.Therapist().Certified("bctmb"), VettingGap.HoursUnknown);

    [Fact]
    public void Stated_hours_may_lower_a_tier_and_never_lift_one()
    {
        Assert.Equal(1, Assess(A.Therapist().Hours(stated: 499)).Tier);
        Assert.Equal(2, Assess(A.Therapist().Certified("bctmb").Hours(stated: 2000)).Tier);
        Assert.Equal(3, Assess(A.Therapist().Certified("bctmb").Hours(documented: 600, stated: 100)).Tier);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(-1, 2)]
    public void A_board_certification_counts_to_its_last_day(int endsIn, int tier) =>
        Assert.Equal(tier, Assess(A.Therapist().Hours(documented: 700).Certified("bctmb", expires: Today.AddDays(endsIn))).Tier);

    [Fact]
    public void A_confirmed_specialty_makes_tier_four()
    {
        Is(3, A.Therapist().Hours(documented: 750), VettingGap.SpecialtyCredential);
        Is(3, A.Therapist().Hours(documented: 750).Certified("clt", confirmedDaysAgo: null), VettingGap.SpecialtyCredential);
        Is(4, A.Therapist().Hours(documented: 750).Certified("clt"));
        Is(2, A.Therapist().Certified("clt"), VettingGap.HoursUnknown, VettingGap.BoardCertificationOr750Hours);
    }

    [Fact]
    public void A_specialty_counts_only_where_it_is_relevant()
    {
        var therapist = A.Therapist().Hours(documented: 750).Certified("clt");
        Assert.Equal(3, TierFor(therapist, "swedish"));
        Assert.Equal(4, TierFor(therapist, "swedish", "mld"));
    }

    [Fact]
    public void In_a_match_a_specialty_counts_when_the_order_benefits_from_it()
    {
        var town = new Town(A.Therapist().Offers("mld").Offers("cdt").Hours(documented: 750).Certified("clt"));
        Assert.Equal(4, town.Hit(An.Order("I89.0")).Vetting.Tier);
        Assert.Equal(3, town.Hit(An.Order("M54.50")).Vetting.Tier);
    }

    [Fact]
    public void A_match_uses_the_patient_s_day_and_the_state_of_the_visit()
    {
        var town = new Town(A.Therapist().CheckedDaysAgo(100).HomeVisitsWithin(20).MilesNorth(5));
        Assert.Single(town.Match(An.Order().AskedOn(Today.AddDays(20))).Results);
        Assert.Empty(town.Match(An.Order().AskedOn(Today.AddDays(21))).Results);
        Assert.Equal([VisitMode.Office], town.Match(An.Order().InState("NJ")).Results.Select(hit => hit.Mode));
    }
}
