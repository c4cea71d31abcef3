using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Gates;

public sealed class WithinRadiusGateTests
{
    [Theory]
    [InlineData(9.999, "within-radius")]
    [InlineData(10.001, "beyond-radius")]
    public void An_office_must_lie_within_the_radius(double miles, string code) =>
        Assert.Equal(code, Town.Ask(GateId.WithinRadius, A.Therapist().MilesNorth(miles), An.Order().Within(10)).Code);

    [Fact]
    public void The_radius_itself_is_within()
    {
        var therapist = A.Therapist().MilesNorth(10);
        var exactly = Syracuse.DistanceTo(therapist.Build().Listings[0].Place.Point).Value;
        Assert.True(Town.Ask(GateId.WithinRadius, therapist, An.Order().Within(exactly)).Passed);
        Assert.False(Town.Ask(GateId.WithinRadius, therapist, An.Order().Within(Math.BitDecrement(exactly))).Passed);
    }

    [Theory]
    [InlineData(29, 30, true)]
    [InlineData(31, 30, false)]
    [InlineData(59, 200, true)]
    [InlineData(61, 200, false)]
    public void A_home_visit_depends_on_how_far_the_therapist_travels_and_never_beyond_sixty_miles(double miles, double travels, bool comes)
    {
        var town = new Town(A.Therapist().MilesNorth(miles).HomeVisitsWithin(travels));
        Assert.Equal(comes ? [1] : [], town.Order(An.Order().Within(5)));
        if (comes)
            Assert.Equal(VisitMode.HomeVisit, town.Hit(An.Order().Within(5)).Mode);
    }

    [Fact]
    public void Nobody_comes_home_to_who_does_not_want_it() => Assert.Empty(
        new Town(A.Therapist().MilesNorth(20).HomeVisitsWithin(30)).Order(An.Order().Within(5).Preferring(p => p with { HomeVisit = false })));

    [Fact]
    public void Whoever_only_travels_has_no_office()
    {
        var traveller = A.Therapist().HomeVisitsWithin(30).Place(place => place with { Setting = CareSetting.HomeVisitOnly });
        var answer = new Town(traveller).Match(An.Order());
        Assert.Equal(VisitMode.HomeVisit, Assert.Single(answer.Results).Mode);
        Assert.Equal(1, answer.Funnel[0].In);
        Assert.Empty(new Town(traveller).Order(An.Order().Preferring(p => p with { HomeVisit = false })));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 100)]
    [InlineData(4, 250)]
    public void Without_a_radius_the_smallest_step_with_enough_therapists_is_taken(int wanted, double step)
    {
        var town = new Town(A.Therapist(1), A.Therapist(2).MilesNorth(7), A.Therapist(3).MilesNorth(60));
        var answer = town.Match(An.Order().WithAnyRadius().Top(wanted));
        Assert.Equal((step, true), (answer.Radius?.Value, answer.RadiusChosen));
    }

    [Fact]
    public void A_home_visit_counts_at_every_step() => Assert.Equal(
        5, new Town(A.Therapist().MilesNorth(40).HomeVisitsWithin(50)).Match(An.Order().WithAnyRadius().Top(1)).Radius?.Value);
}
