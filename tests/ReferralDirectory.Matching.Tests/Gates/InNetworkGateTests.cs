using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Gates;

public sealed class InNetworkGateTests
{
    private static string CodeOf(TherapistBuilder therapist, OrderBuilder? order = null) => Town.Ask(GateId.InNetwork, therapist, order).Code;

    private static TherapistBuilder Nobody => A.Therapist().TakesNoInsurance();

    [Fact]
    public void Without_a_fact_nobody_is_in_network() => Assert.Equal("no-network-fact", CodeOf(Nobody));

    [Fact]
    public void Another_insurer_s_fact_does_not_count() => Assert.Equal("no-network-fact", CodeOf(Nobody.Takes(Cigna)));

    [Fact]
    public void A_network_of_the_plan_counts() => Assert.Equal("plan-network", CodeOf(Nobody.Takes(Aetna, AetnaSelect), An.Order().On(Narrow)));

    [Fact]
    public void A_network_outside_the_plan_does_not() => Assert.Equal("no-network-fact", CodeOf(Nobody.Takes(Aetna, AetnaChoice), An.Order().On(Narrow)));

    [Fact]
    public void The_insurer_as_a_whole_counts_for_a_plan_with_a_caution()
    {
        Assert.Equal("insurer-wide", CodeOf(Nobody.Takes(Aetna), An.Order().On(Narrow)));
        Assert.Contains("plan-not-confirmed", new Town(A.Therapist()).Hit(An.Order().On(Narrow)).Cautions);
        Assert.DoesNotContain("plan-not-confirmed", new Town(A.Therapist()).Hit(An.Order()).Cautions);
    }

    [Fact]
    public void Without_a_plan_any_network_of_the_insurer_counts_with_a_caution()
    {
        Assert.Equal("other-network", CodeOf(Nobody.Takes(Aetna, AetnaChoice)));
        Assert.Contains("plan-not-confirmed", new Town(Nobody.Takes(Aetna, AetnaChoice)).Hit(An.Order()).Cautions);
    }

    [Theory]
    [InlineData(FactMethod.InsurerFile, 10, FactMethod.Organization, 60, "out-of-network")] // newer and stronger
    [InlineData(FactMethod.InsurerFile, 60, FactMethod.Organization, 10, "out-of-network")] // older, but stronger
    [InlineData(FactMethod.Organization, 10, FactMethod.InsurerFile, 60, "insurer-wide")] // newer, but weaker
    [InlineData(FactMethod.SelfReported, 10, FactMethod.Organization, 60, "insurer-wide")]
    [InlineData(FactMethod.InsurerFile, 10, FactMethod.InsurerFile, 60, "out-of-network")]
    [InlineData(FactMethod.InsurerFile, 60, FactMethod.InsurerFile, 10, "insurer-wide")]
    [InlineData(FactMethod.InsurerFile, 10, FactMethod.InsurerFile, 10, "out-of-network")] // on one day "out" rules
    public void Of_in_and_out_the_better_founded_rules_then_the_newer(FactMethod outBy, int outDaysAgo, FactMethod inBy, int inDaysAgo, string code)
    {
        Assert.Equal(code, CodeOf(Nobody.Takes(Aetna, method: inBy, daysAgo: inDaysAgo).IsOutOf(Aetna, method: outBy, daysAgo: outDaysAgo)));
        Assert.Equal(code, CodeOf(Nobody.IsOutOf(Aetna, method: outBy, daysAgo: outDaysAgo).Takes(Aetna, method: inBy, daysAgo: inDaysAgo)));
    }

    [Fact]
    public void Out_of_one_network_leaves_another_of_the_plan() => Assert.Equal(
        "plan-network", CodeOf(Nobody.Takes(Aetna, AetnaChoice).IsOutOf(Aetna, AetnaSelect, daysAgo: 1), An.Order().On(Open)));

    [Fact]
    public void Out_of_the_insurer_as_a_whole_covers_its_networks() => Assert.Equal(
        "out-of-network", CodeOf(Nobody.Takes(Aetna, AetnaSelect, FactMethod.Organization).IsOutOf(Aetna), An.Order().On(Narrow)));

    [Fact]
    public void Out_of_the_plan_s_network_beats_in_as_a_whole() => Assert.Equal(
        "out-of-network", CodeOf(Nobody.Takes(Aetna).IsOutOf(Aetna, AetnaSelect, daysAgo: 1), An.Order().On(Narrow)));

    [Fact]
    public void A_fact_holds_on_its_first_and_last_day_only()
    {
        var therapist = Nobody.Takes(Aetna, from: Today.AddDays(1), to: Today.AddDays(2));
        Assert.Equal(
            ["network-lapsed", "insurer-wide", "insurer-wide", "network-lapsed"],
            Enumerable.Range(0, 4).Select(day => CodeOf(therapist, An.Order().For(Today.AddDays(day)))));
    }

    [Fact]
    public void A_fact_about_one_place_holds_there_only()
    {
        Assert.Equal("insurer-wide", CodeOf(Nobody.Takes(Aetna, zip: "13202")));
        Assert.Equal("no-network-fact", CodeOf(Nobody.Takes(Aetna, zip: "10001")));
    }

    [Theory]
    [InlineData(60, 1, "out-of-network")]
    [InlineData(1, 1, "out-of-network")]
    [InlineData(1, 60, "insurer-wide")]
    public void Between_in_at_this_place_and_out_as_a_whole_the_newer_rules_then_out(int inDaysAgo, int outDaysAgo, string code) =>
        Assert.Equal(code, CodeOf(Nobody.Takes(Aetna, zip: "13202", daysAgo: inDaysAgo).IsOutOf(Aetna, daysAgo: outDaysAgo)));

    [Fact]
    public void Of_two_facts_that_say_in_the_one_about_this_place_is_shown_before_a_newer_general_one()
    {
        var evidence = (NetworkEvidence)Town.Ask(GateId.InNetwork, Nobody.Takes(Aetna, daysAgo: 1).Takes(Aetna, zip: "13202", daysAgo: 60)).Evidence;

        Assert.Equal(SyracuseZip, evidence.Fact?.ListingZip);
    }

    [Fact]
    public void Whoever_pays_for_himself_needs_no_network()
    {
        Assert.Equal("self-pay", CodeOf(Nobody, An.Order().CoveredBy(CoverageKind.SelfPay)));
        Assert.Equal(
            500_000, new Town(Nobody).Hit(An.Order().CoveredBy(CoverageKind.SelfPay)).Components.Single(score => score.Rule == RuleId.NetworkEvidence).Raw);
    }

    public static TheoryData<CoverageKind, string> OtherPayers { get; } = new()
    {
        { CoverageKind.AutoPip, RoadMutual.Value }, { CoverageKind.WorkersComp, StateFund.Value }, { CoverageKind.Va, CommunityCare.Value },
    };

    [Theory]
    [MemberData(nameof(OtherPayers))]
    public void Another_kind_of_coverage_needs_a_payer_of_that_kind(CoverageKind kind, string payer)
    {
        var insurer = Code<Insurer>.Parse(payer);
        Assert.Equal("no-network-fact", CodeOf(A.Therapist(), An.Order().CoveredBy(kind)));
        Assert.Equal("insurer-wide", CodeOf(Nobody.Takes(insurer), An.Order().CoveredBy(kind)));
        Assert.Equal("insurer-wide", CodeOf(Nobody.Takes(insurer), An.Order().CoveredBy(kind, insurer)));
    }
}
