using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Screening;

public sealed class ScreenerTests
{
    private static ScreeningResult Screen(OrderBuilder order) => Screener.Screen(order.Build().Order, Today, SmallKnowledge.Tables);

    private static Finding? Find(string code, OrderBuilder order) => Screen(order).Findings.SingleOrDefault(finding => finding.Code == code);

    private static IEnumerable<string> Required(OrderBuilder order) => Screen(order).Requirements.Select(requirement => requirement.Code);

    [Fact]
    public void An_acute_clot_blocks_the_order_with_its_source()
    {
        var result = Screen(An.Order("I82.401"));
        Assert.Equal((ScreeningOutcome.Blocked, false), (result.Outcome, result.AllowsResults));
        Assert.Equal(("acute-clot", FindingLevel.Absolute, "I82.401", "TEST"), result.Findings[0] is var f ? (f.Code, f.Level, f.TriggeredBy, f.Source) : default);
        var answer = new Town(A.Therapist()).Match(An.Order("I82.401"));
        Assert.Equal((0, 0, 0), (answer.Total, answer.Results.Length, answer.Funnel.Length));
    }

    [Fact]
    public void A_blocked_order_is_not_told_what_would_be_considered() =>
        Assert.DoesNotContain(Screen(An.Order("I82.401")).Findings, finding => finding.Code == Finding.NoKnownIndication);

    [Fact]
    public void A_second_diagnosis_blocks_as_well() => Assert.Equal(ScreeningOutcome.Blocked, Screen(An.Order("M54.50", "I26.99")).Outcome);

    [Fact]
    public void An_answer_blocks_as_a_code_does() => Assert.Equal("dvt-suspected", Find("acute-clot", An.Order().Answering("dvt-suspected"))?.TriggeredBy);

    [Fact]
    public void A_row_about_modalities_strikes_them_out()
    {
        var result = Screen(An.Order("M79.7").Answering("fever"));
        Assert.Equal([Modality("mld"), Modality("cdt")], result.StruckOut);
        Assert.Equal(ScreeningOutcome.Clear, result.Outcome);
    }

    [Fact]
    public void When_nothing_is_left_for_the_first_diagnosis_the_order_is_blocked() =>
        Assert.Equal(ScreeningOutcome.Blocked, Screen(An.Order("R60.9").Answering("fever")).Outcome);

    [Fact]
    public void When_what_the_order_insists_on_is_struck_out_it_is_blocked() =>
        Assert.Equal(ScreeningOutcome.Blocked, Screen(An.Order("M54.50").Insisting("deep-tissue").Answering("anticoagulants")).Outcome);

    [Fact]
    public void A_clearance_shows_results_with_the_caution()
    {
        Assert.Equal(ScreeningOutcome.ClearanceRequired, Screen(An.Order("C50.911")).Outcome);
        Assert.Contains("thin-blood-clearance", new Town(A.Therapist()).Hit(An.Order().Answering("anticoagulants")).Cautions);
    }

    [Fact]
    public void Screening_that_was_not_answered_asks_for_clearance_and_shows_results()
    {
        var town = new Town(A.Therapist());
        Assert.Equal((ScreeningOutcome.ClearanceRequired, 1), town.Match(An.Order().Unscreened()) is var answer ? (answer.Screening.Outcome, answer.Total) : default);
        Assert.NotNull(Find(Finding.ScreeningNotAnswered, An.Order().Answering()));
        Assert.Null(Find(Finding.ScreeningNotAnswered, An.Order()));
        Assert.Equal(ScreeningOutcome.Clear, Screen(An.Order()).Outcome);
    }

    [Fact]
    public void Sciatica_from_a_root_is_advised_against_and_shows_nobody()
    {
        var answer = new Town(A.Therapist()).Match(An.Order("M54.16"));
        Assert.Equal((ScreeningOutcome.AdvisedAgainst, 0), (answer.Screening.Outcome, answer.Total));
        Assert.Equal("TEST", Find("radicular", An.Order("M54.16"))?.Source);
    }

    [Fact]
    public void Whoever_knows_and_insists_gets_results_with_the_caution()
    {
        var town = new Town(A.Therapist());
        Assert.Empty(town.Order(An.Order("M54.16").Insisting("swedish")));
        Assert.Empty(town.Order(An.Order("M54.16").Acknowledged()));
        Assert.Contains("acknowledged-advised-against", town.Hit(An.Order("M54.16").Insisting("swedish").Acknowledged()).Cautions);
    }

    [Fact]
    public void Knowing_better_does_not_lift_a_block() =>
        Assert.Equal(ScreeningOutcome.Blocked, Screen(An.Order("M54.16", "I82.401").Insisting("swedish").Acknowledged()).Outcome);

    [Fact]
    public void A_valid_code_that_no_row_knows_gives_a_finding_and_results()
    {
        Assert.Equal((FindingLevel.Info, "Z99.9"), Find(Finding.NoKnownIndication, An.Order("Z99.9")) is { } finding ? (finding.Level, finding.TriggeredBy) : default);
        Assert.Equal([1], new Town(A.Therapist()).Order(An.Order("Z99.9")));
    }

    [Fact]
    public void A_patient_who_names_no_condition_gets_results()
    {
        Assert.NotNull(Find(Finding.NoKnownIndication, An.Order().WithoutDiagnosis().ForPatient()));
        Assert.Equal([1], new Town(A.Therapist()).Order(An.Order().WithoutDiagnosis().ForPatient()));
    }

    [Fact]
    public void It_is_always_said_that_a_network_is_not_a_benefit() => Assert.NotNull(Find(Finding.NetworkIsNotABenefit, An.Order()));

    [Fact]
    public void Every_row_that_matches_speaks_the_gravest_first() => Assert.Equal(
        ["thin-blood", "thin-blood-clearance", "active-cancer", "pregnancy", "radicular"],
        Screen(An.Order("M54.16", "C50.911", "O26.891", "Z79.01")).Findings.Where(finding => finding.Source is not null).Select(finding => finding.Code));

    [Theory]
    [InlineData("S39.012A", true)]
    [InlineData("S39.012D", false)]
    [InlineData("S39.012S", false)]
    [InlineData("S39.012", true)] // no seventh character: it may be the first treatment
    public void The_seventh_character_a_counts_as_acute(string code, bool acute) => Assert.Equal(acute, Find("acute-strain", An.Order(code)) is not null);

    [Fact]
    public void A_site_is_left_alone_and_the_order_stands() => Assert.Equal(ScreeningOutcome.Clear, Screen(An.Order("S39.012A")).Outcome);

    [Theory]
    [InlineData("I82")]
    [InlineData("I82.4")]
    public void A_code_too_short_to_bill_takes_the_stricter_reading(string code) => Assert.Equal(ScreeningOutcome.Blocked, Screen(An.Order(code)).Outcome);

    [Fact]
    public void A_code_too_short_to_bill_asks_for_the_training_that_it_may_need()
    {
        Assert.Equal(["decongestive-training"], Required(An.Order("I89")));
        Assert.Empty(Required(An.Order("M54")));
    }

    [Fact]
    public void A_named_condition_speaks_for_all_of_its_codes() => Assert.Equal("deep-clot", Find("acute-clot", An.Order("deep-clot"))?.TriggeredBy);

    [Theory]
    [InlineData("edema", "cardiac-edema")]
    [InlineData("muscle-strain", "acute-strain")]
    public void A_row_about_some_codes_of_a_named_condition_is_a_caution(string condition, string row)
    {
        Assert.Equal(FindingLevel.Caution, Find(row, An.Order(condition))?.Level);
        Assert.Equal(ScreeningOutcome.Clear, Screen(An.Order(condition)).Outcome);
        Assert.Empty(Screen(An.Order(condition)).StruckOut);
    }

    [Fact]
    public void A_row_that_only_informs_never_becomes_graver() => Assert.Equal(FindingLevel.Info, Find("start-gently", An.Order("fibromyalgia"))?.Level);

    [Fact]
    public void Lymphedema_asks_for_decongestive_training_in_any_place()
    {
        Assert.Equal(["decongestive-training"], Required(An.Order("I89.0")));
        Assert.Equal(["decongestive-training"], Required(An.Order("M54.50", "I89.0")));
        Assert.Equal(["decongestive-training"], Required(An.Order("lymphedema")));
        Assert.Equal(["oncology-training"], Required(An.Order("C50.911")));
        Assert.Equal(["intra-oral-permission"], Required(An.Order("M26.62").Insisting("intra-oral")));
    }

    [Fact]
    public void A_row_is_silent_before_it_is_in_force() =>
        Assert.Equal(ScreeningOutcome.Clear, Screener.Screen(An.Order("I82.401").Build().Order, new DateOnly(2025, 12, 31), SmallKnowledge.Tables).Outcome);
}
