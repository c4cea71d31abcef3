using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Tests.Ranking;

public sealed class RelaxationTests
{
    private static IEnumerable<string> Suggested(OrderBuilder order, params TherapistBuilder[] therapists) => new Town(therapists).Match(order).Relaxations
        .Select(change => $"{change.Kind} {change.Radius?.Value}{change.MinTier}{change.Modality}{change.Preference} adds {change.Adds}");

    [Fact]
    public void The_next_step_of_the_radius_counts_the_therapists_it_adds() => Assert.Equal(
        ["RadiusMiles 10 adds 2"],
        Suggested(An.Order().Within(7), A.Therapist(1), A.Therapist(2).MilesNorth(8), A.Therapist(3).MilesNorth(9).AlsoAt(7), A.Therapist(4).MilesNorth(11)));

    [Fact]
    public void One_tier_less() => Assert.Equal(["MinTier 2 adds 1"], Suggested(An.Order().AtTier(3), A.Therapist(1), A.Therapist(2).CheckedDaysAgo(200)));

    [Fact]
    public void Never_below_tier_one() => Assert.Empty(Suggested(An.Order().AtTier(1), A.Therapist().With(p => p with { IdentityConflict = true })));

    [Fact]
    public void The_insurer_as_a_whole() => Assert.Equal(
        ["InsurerWide  adds 1"], Suggested(An.Order().On(Narrow), A.Therapist(1), A.Therapist(2).TakesOnly(Aetna, AetnaChoice)));

    [Fact]
    public void Each_other_indicated_modality() => Assert.Equal(
        ["Modality swedish adds 2", "Modality deep-tissue adds 1"],
        Suggested(An.Order().Insisting("trigger-point"), A.Therapist(1), A.Therapist(2).Offers("deep-tissue"), A.Therapist(3).OffersOnly("shiatsu")));

    [Fact]
    public void Each_required_preference() => Assert.Equal(
        ["Preference Languages adds 1"],
        Suggested(
            An.Order().Requiring(Preference.Languages, Preference.EveningHours).Preferring(p => p with { Languages = ["es"], EveningHours = true }),
            A.Therapist(1).Place(place => place with { EveningHours = true }), A.Therapist(2)));

    [Fact]
    public void What_adds_nobody_is_left_out() => Assert.Empty(Suggested(An.Order().On(Narrow), A.Therapist().Unlicensed()));

    [Fact]
    public void Nothing_is_counted_when_it_is_not_asked_for() =>
        Assert.Empty(Suggested(An.Order().Within(5).With(c => c with { WithRelaxations = false }), A.Therapist().MilesNorth(7)));
}
