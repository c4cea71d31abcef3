using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Gates;

public sealed class AcceptingGateTests
{
    private static GateOutcome Ask(TherapistBuilder therapist, OrderBuilder? order = null) => Town.Ask(GateId.Accepting, therapist, order);

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

    [Fact]
    public void A_closed_network_does_not_matter_to_another_insurer_s_patient() =>
        Assert.True(Ask(A.Therapist().Takes(Cigna, CignaOne, accepting: false)).Passed);

    [Fact]
    public void A_free_listing_of_the_same_therapist_serves() => Assert.Equal(
        7, new Town(A.Therapist().Accepting(AcceptingPatients.No).AlsoAt(7).MilesNorth(5).Accepting(AcceptingPatients.Yes)).Hit(An.Order()).Listing.Id.Value);
}
