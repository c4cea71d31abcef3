using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Gates;

public sealed class RequiredPreferencesGateTests
{
    public static TheoryData<Preference> Every { get; } = [.. Enum.GetValues<Preference>()];

    [Theory]
    [MemberData(nameof(Every))]
    public void A_required_preference_must_hold(Preference required)
    {
        var order = An.Order().Requiring(required).Preferring(p => p with
        {
            Languages = ["es"],
            TherapistGender = Gender.Female,
            Settings = [CareSetting.Clinic],
            HomeVisit = true,
            EveningHours = true,
            WeekendHours = true,
            WheelchairAccessible = true,
        });
        var suitable = A.Therapist(2).Speaks("es-MX").Is(Gender.Female).HomeVisitsWithin(5).Place(place => place with
        {
            Setting = CareSetting.Clinic,
            EveningHours = true,
            WeekendHours = true,
            WheelchairAccessible = true,
        });
        Assert.Equal([2], new Town(A.Therapist(1), suitable).Order(order));
        Assert.Equal("preference-missing", Town.Ask(GateId.RequiredPreferences, A.Therapist(), order).Code);
    }

    [Fact]
    public void A_required_preference_is_no_longer_counted_among_the_soft_ones() => Assert.Equal(
        1_000_000,
        new Town(A.Therapist().Speaks("es")).Hit(An.Order().Requiring(Preference.Languages).Preferring(p => p with { Languages = ["es"] })).Components[^1].Raw);

    [Fact]
    public void A_preference_that_is_not_required_drops_nobody() =>
        Assert.Equal([1], new Town(A.Therapist()).Order(An.Order().Preferring(p => p with { Languages = ["es"] })));
}
