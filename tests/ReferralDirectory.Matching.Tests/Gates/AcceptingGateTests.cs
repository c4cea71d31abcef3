using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Gates;

public sealed class AcceptingGateTests
{
    private static GateOutcome Ask(TherapistBuilder therapist, OrderBuilder? order = null) => Town.Ask(GateId.Accepting, therapist, order);

    /// <summary>By an organisation's member list.</summary>
    private static TherapistBuilder Listed(Code<Network>? network, int daysAgo, bool? accepting = null) =>
        A.Therapist().TakesNoInsurance().Takes(Aetna, network, FactMethod.Organization, daysAgo, accepting);

    [Theory]
    [InlineData(AcceptingPatients.Yes, true, "accepting")]
    [InlineData(AcceptingPatients.Unknown, true, "accepting-unknown")]
    [InlineData(AcceptingPatients.No, false, "not-accepting")]
    [InlineData(AcceptingPatients.ExistingOnly, false, "existing-patients-only")]
    public void Yes_and_unknown_pass_no_and_existing_patients_only_do_not(AcceptingPatients value, bool passes, string code)
    {
        var gate = Ask(A.Therapist().Accepting(value));
        Assert.Equal((passes, code), (gate.Passed, gate.Code));
    }

    [Fact]
    public void Unknown_carries_a_caution() =>
        Assert.Contains("accepting-unknown", new Town(A.Therapist().Accepting(AcceptingPatients.Unknown)).Hit(An.Order()).Cautions);

    [Fact]
    public void A_network_may_be_closed_to_new_patients_where_the_listing_is_open() =>
        Assert.Equal("not-accepting-network", Ask(A.Therapist().TakesNoInsurance().Takes(Aetna, AetnaSelect, accepting: false), An.Order().On(Narrow)).Code);

    [Fact]
    public void A_closed_network_does_not_shut_out_what_another_network_of_the_plan_allows() => Assert.True(
        Ask(A.Therapist().TakesNoInsurance().Takes(Aetna, AetnaSelect, daysAgo: 1, accepting: false).Takes(Aetna, AetnaChoice, daysAgo: 90, accepting: true), An.Order().On(Open)).Passed);

    [Theory]
    [InlineData(1, 90)]
    [InlineData(90, 1)]
    public void A_list_that_names_the_network_does_not_open_what_the_insurer_says_is_closed(int insurerDaysAgo, int listDaysAgo)
    {
        foreach (var word in new bool?[] { null, true })
        {
            Assert.Equal("not-accepting-network", Ask(
                Listed(AetnaSelect, listDaysAgo, word).Takes(Aetna, AetnaSelect, daysAgo: insurerDaysAgo, accepting: false), An.Order().On(Narrow)).Code);
            Assert.Equal("not-accepting-network", Ask(
                A.Therapist().TakesNoInsurance().Takes(Aetna, AetnaSelect, daysAgo: insurerDaysAgo, accepting: false, zip: "13202")
                    .Takes(Aetna, AetnaSelect, FactMethod.Organization, listDaysAgo, word), An.Order().On(Narrow)).Code);
        }
    }

    [Fact]
    public void What_the_insurer_says_as_a_whole_covers_a_network_and_of_the_plan_s_network_the_whole()
    {
        Assert.Equal("not-accepting-network", Ask(Listed(AetnaSelect, 1).Takes(Aetna, accepting: false), An.Order().On(Narrow)).Code);
        Assert.Equal("not-accepting-network", Ask(Listed(null, 1).Takes(Aetna, AetnaSelect, accepting: false), An.Order().On(Narrow)).Code);
        Assert.True(Ask(Listed(AetnaChoice, 1).Takes(Aetna, AetnaSelect, accepting: false), An.Order().On(Open)).Passed);
        Assert.True(Ask(Listed(null, 1).Takes(Aetna, AetnaSelect, accepting: false)).Passed);
    }

    [Fact]
    public void A_closed_place_is_not_another_one() =>
        Assert.True(Ask(Listed(AetnaSelect, 1).Takes(Aetna, AetnaSelect, accepting: false, zip: "10001"), An.Order().On(Narrow)).Passed);

    [Fact]
    public void A_weaker_word_closes_nothing_and_of_words_alike_the_newer_opens()
    {
        Assert.True(Ask(Listed(AetnaSelect, 1, accepting: false).Takes(Aetna, AetnaSelect, daysAgo: 30), An.Order().On(Narrow)).Passed);
        Assert.True(Ask(
            A.Therapist().TakesNoInsurance().Takes(Aetna, AetnaSelect, daysAgo: 30, accepting: false).Takes(Aetna, AetnaSelect, daysAgo: 10), An.Order().On(Narrow)).Passed);
        Assert.False(Ask(
            A.Therapist().TakesNoInsurance().Takes(Aetna, AetnaSelect, daysAgo: 10, accepting: false).Takes(Aetna, AetnaSelect, daysAgo: 30), An.Order().On(Narrow)).Passed);
    }

    [Fact]
    public void A_closed_network_does_not_matter_to_another_insurer_s_patient() =>
        Assert.True(Ask(A.Therapist().Takes(Cigna, CignaOne, accepting: false)).Passed);

    [Fact]
    public void A_free_listing_of_the_same_therapist_serves() => Assert.Equal(
        7, new Town(A.Therapist().Accepting(AcceptingPatients.No).AlsoAt(7).MilesNorth(5).Accepting(AcceptingPatients.Yes)).Hit(An.Order()).Listing.Id.Value);
}
