using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Gates;

public sealed class LicensedGateTests
{
    private static readonly DateOnly LastDay = new(2027, 3, 31);

    private static string CodeOf(TherapistBuilder therapist, OrderBuilder? order = null) => Town.Ask(GateId.Licensed, therapist, order).Code;

    private static TherapistBuilder With(LicenceStatus status) => A.Therapist().Unlicensed().LicensedIn("NY", status);

    [Theory]
    [InlineData(31, 3, true)]
    [InlineData(1, 4, false)]
    public void A_licence_that_ends_on_the_31st_matches_on_the_31st_and_not_on_the_1st(int day, int month, bool matches)
    {
        var town = new Town(A.Therapist().Unlicensed().LicensedIn("NY", expires: LastDay));
        Assert.Equal(matches ? [1] : [], town.Order(An.Order().For(new DateOnly(2027, month, day))));
    }

    [Theory]
    [InlineData(LicenceStatus.Expired, "licence-expired")]
    [InlineData(LicenceStatus.Suspended, "licence-suspended")]
    [InlineData(LicenceStatus.Revoked, "licence-revoked")]
    [InlineData(LicenceStatus.Inactive, "licence-inactive")]
    [InlineData(LicenceStatus.Interim, "licence-interim")]
    public void Only_an_active_licence_counts(LicenceStatus status, string code)
    {
        Assert.Equal(code, CodeOf(With(status)));
        Assert.Empty(new Town(With(status)).Order(An.Order().AtTier(0)));
    }

    [Fact]
    public void A_licence_with_conditions_passes_with_a_caution() =>
        Assert.Contains("licence-with-conditions", new Town(With(LicenceStatus.ActiveWithConditions)).Hit(An.Order()).Cautions);

    [Fact]
    public void An_unrestricted_licence_rules_over_one_with_conditions() =>
        Assert.Equal("active-licence", CodeOf(With(LicenceStatus.ActiveWithConditions).LicensedIn("NY")));

    [Fact]
    public void A_licence_of_another_state_does_not_count() => Assert.Equal("no-licence-in-state", CodeOf(A.Therapist().InState("NJ")));

    [Fact]
    public void Another_profession_s_licence_does_not_count() =>
        Assert.Equal("no-licence-in-state", CodeOf(A.Therapist().Unlicensed().LicensedIn("NY", title: "Cosmetologist")));

    [Fact]
    public void A_licence_counts_from_its_first_day()
    {
        var therapist = A.Therapist().Unlicensed().LicensedIn("NY", issued: Today.AddDays(10));
        Assert.Equal("licence-not-yet-valid", CodeOf(therapist, An.Order().For(Today.AddDays(9))));
        Assert.Equal("active-licence", CodeOf(therapist, An.Order().For(Today.AddDays(10))));
    }

    [Fact]
    public void A_home_visit_needs_a_licence_of_the_patient_s_state()
    {
        var homeOnly = An.Order().Within(1).InState("PA");
        Assert.Empty(new Town(A.Therapist().MilesNorth(5).HomeVisitsWithin(30)).Order(homeOnly));
        Assert.Equal([1], new Town(A.Therapist().MilesNorth(5).HomeVisitsWithin(30).LicensedIn("PA").Hours(documented: 600)).Order(homeOnly));
    }

    [Fact]
    public void An_office_visit_needs_a_licence_of_the_listing_s_state_only() => Assert.Equal([1], new Town(A.Therapist()).Order(An.Order().InState("PA")));

    [Fact]
    public void A_state_without_a_licence_law_asks_for_none()
    {
        var vermonter = A.Therapist().Unlicensed().InState("VT");
        Assert.Equal("no-licence-law", CodeOf(vermonter));
        Assert.Equal([1], new Town(vermonter).Order(An.Order().AtTier(1)));
    }

    [Fact]
    public void One_that_lapsed_or_was_taken_away_is_not_the_same_as_none()
    {
        var lapsed = A.Therapist().Unlicensed().InState("VT").LicensedIn("VT", expires: Today.AddDays(-1));
        Assert.Equal("licence-expired", CodeOf(lapsed));
        Assert.Equal("no-licence-law", CodeOf(A.Therapist().Unlicensed().InState("VT").LicensedIn("NY", expires: Today.AddDays(-1))));
    }

    [Fact]
    public void A_new_licence_law_holds_from_its_day()
    {
        var minnesotan = A.Therapist().Unlicensed().InState("MN");
        Assert.Equal("no-licence-law", CodeOf(minnesotan, An.Order().For(new DateOnly(2026, 12, 31))));
        Assert.Equal("no-licence-in-state", CodeOf(minnesotan, An.Order().For(new DateOnly(2027, 1, 1))));
    }

    [Fact]
    public void A_state_of_which_nothing_is_known_needs_a_licence() => Assert.Equal("no-licence-in-state", CodeOf(A.Therapist().InState("WY")));
}
