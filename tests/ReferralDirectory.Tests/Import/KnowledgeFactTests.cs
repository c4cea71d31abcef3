using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import;

/// <summary>What physicians rely on, read off the committed tables. A change here is a clinical decision.</summary>
public sealed class KnowledgeFactTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);

    [Fact]
    public void An_acute_deep_clot_blocks_the_order_with_its_source()
    {
        var result = Screen("I82.401");

        Assert.Equal(ScreeningOutcome.Blocked, result.Outcome);
        var finding = Assert.Single(result.Findings, finding => finding.Code == "acute-clot");
        Assert.Equal((FindingLevel.Absolute, FindingScope.Order, "ERNST2003"), (finding.Level, finding.Scope, finding.Source));
    }

    [Fact]
    public void A_guideline_advises_against_massage_for_sciatica_from_a_nerve_root()
    {
        var result = Screen("M54.16");

        Assert.Equal(ScreeningOutcome.AdvisedAgainst, result.Outcome);
        Assert.Equal("KNGF2021", Assert.Single(result.Findings, finding => finding.Level == FindingLevel.AdvisedAgainst).Source);
        Assert.All(IndicationsOf("M54.16"), row => Assert.Equal(IndicationDirection.Against, row.Direction));
    }

    [Fact]
    public void For_fibromyalgia_swedish_massage_has_no_effect_and_myofascial_release_is_graded_above_shiatsu()
    {
        var rows = IndicationsOf("M79.7").ToDictionary(row => row.Modality.Value);

        Assert.Equal((IndicationDirection.NoEffect, null, "YUAN2015"), (rows["swedish"].Direction, rows["swedish"].Grade, rows["swedish"].Source));
        Assert.Equal(EvidenceGrade.B, rows["myofascial-release"].Grade);
        Assert.Equal(EvidenceGrade.C, rows["shiatsu"].Grade);
    }

    [Fact]
    public void Lymphedema_asks_for_complete_decongestive_training()
    {
        var requirement = Assert.Single(Screen("I89.0").Requirements);

        Assert.Equal("complete-decongestive-therapy", requirement.Code);
        Assert.Equal((Code<Modality>.Parse("cdt"), 135), (requirement.TrainingModality, requirement.TrainingHours));
        Assert.Equal(["clt", "clt-lana"], requirement.AcceptedCredentials.Select(code => code.Value));
    }

    [Fact]
    public void Blood_thinners_strike_out_deep_tissue_massage()
    {
        Assert.Equal(["deep-tissue"], Screen("M54.50", "anticoagulants").StruckOut.Select(code => code.Value));
    }

    [Fact]
    public void A_row_for_the_massage_group_stands_for_each_of_its_modalities_and_says_so()
    {
        var rows = IndicationsOf("M54.2").ToList();

        Assert.Equal(["swedish", "deep-tissue", "myofascial-release", "trigger-point", "medical-massage", "sports"], rows.Select(row => row.Modality.Value));
        Assert.All(rows, row => Assert.True(row.FromGroup));
        Assert.False(Assert.Single(IndicationsOf("M79.7"), row => row.Modality.Value == "shiatsu").FromGroup);
    }

    [Fact]
    public void Seventh_characters_are_joined()
    {
        Assert.Equal("ABC", Assert.Single(Shipped.Knowledge.Rows.Screening, row => row.Code == "acute-fracture").SeventhCharacters);
    }

    [Theory]
    [InlineData("KS", LicensingRegime.None)]
    [InlineData("MN", LicensingRegime.None)]
    [InlineData("WY", LicensingRegime.None)]
    [InlineData("CA", LicensingRegime.Voluntary)]
    public void Where_no_law_asks_for_a_licence_the_tables_say_so(string state, LicensingRegime regime)
    {
        var rule = Shipped.Knowledge.StateRuleOn(StateCode.Parse(state), Day)!;

        Assert.Equal(regime, rule.Regime);
        Assert.False(rule.RequiresLicence);
    }

    [Fact]
    public void Every_state_has_a_rule_on_the_day_and_never_two()
    {
        Assert.All(StateCode.All, state => Assert.Single(Shipped.Knowledge.Rows.StateRules, rule => rule.State == state && rule.HoldsOn(Day)));
        Assert.All(Shipped.Knowledge.Rows.StateRules.Where(rule => rule.Regime == LicensingRegime.Licence), rule => Assert.NotNull(rule.Title));
    }

    [Fact]
    public void A_state_whose_rule_was_not_checked_is_treated_as_one_that_asks_for_a_licence()
    {
        var rule = Shipped.Knowledge.StateRuleOn(StateCode.Parse("US-GU"), Day);

        Assert.Equal(LicensingRegime.Unknown, rule!.Regime);
        Assert.True(rule.RequiresLicence);
    }

    [Fact]
    public void Aliases_keep_their_spaces_and_lists_their_order()
    {
        var insurer = Shipped.Knowledge.Find(Code<Insurer>.Parse("highmark-wny"))!;
        var plan = Shipped.Knowledge.Find(Code<Insurer>.Parse("aetna"), Code<Plan>.Parse("choice-pos"))!;

        Assert.Equal(["BlueCross BlueShield of Western New York", "Highmark WNY"], insurer.Aliases);
        Assert.Equal(["aetna-open-choice", "aetna-select"], plan.Networks.Select(network => network.Value));
    }

    private static IEnumerable<Indication> IndicationsOf(string icd10) =>
        Shipped.Knowledge.ConditionsOf(Parse(icd10)).SelectMany(condition => Shipped.Knowledge.IndicationsOf(condition.Code, Day));

    private static ScreeningResult Screen(string icd10, string answer = ScreeningAnswer.None) =>
        Screener.Screen(new Order { Diagnoses = [Diagnosis.Of(Parse(icd10))], ScreeningAnswers = [answer] }, Day, Shipped.Knowledge);

    private static Icd10Code Parse(string text) => Icd10Code.TryParse(text, out var code) ? code : throw new FormatException(text);
}
