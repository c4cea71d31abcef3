using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Ranking;

/// <summary>Change one input, and only its component moves.</summary>
public sealed class FaithfulnessTests
{
    private static readonly OrderBuilder Order = An.Order("M79.7").Preferring(p => p with { Languages = ["es"], EveningHours = true });

    public static TheoryData<RuleId> Rules { get; } = [.. Enum.GetValues<RuleId>()];

    private static TherapistBuilder Plain => A.Therapist().OffersOnly("shiatsu").Hours(documented: 700).MilesNorth(3).Accepting(AcceptingPatients.Unknown);

    [Theory]
    [MemberData(nameof(Rules))]
    public void One_input_moves_one_component(RuleId rule)
    {
        var before = new Town(Plain).Hit(Order).Components;
        var after = new Town(Better(rule)).Hit(Order).Components;
        Assert.Equal([rule], before.Zip(after).Where(pair => pair.First.Raw != pair.Second.Raw).Select(pair => pair.First.Rule));
        Assert.True(after.Single(part => part.Rule == rule).Raw > before.Single(part => part.Rule == rule).Raw);
    }

    [Fact]
    public void Every_rule_has_one_component_in_a_fixed_order() => Assert.Equal(Enum.GetValues<RuleId>(), new Town(Plain).Hit(Order).Components.Select(part => part.Rule));

    [Theory]
    [InlineData(0, 1_000_000)]
    [InlineData(8, 500_000)]
    [InlineData(24, 100_000)]
    public void Distance_is_worth_one_at_the_door_and_half_at_eight_miles(double miles, int raw) =>
        Assert.Equal(raw, RawOf(RuleId.Distance, A.Therapist().MilesNorth(miles)), 1.0);

    [Theory]
    [InlineData(0, 1_000_000)]
    [InlineData(180, 500_000)]
    [InlineData(360, 250_000)]
    public void A_network_fact_loses_half_its_worth_in_180_days(int daysAgo, int raw) =>
        Assert.Equal(raw, RawOf(RuleId.NetworkEvidence, A.Therapist().TakesOnly(Aetna, daysAgo: daysAgo)));

    [Theory]
    [InlineData(null, 0, 550_000)]
    [InlineData(null, 60, 500_000)]
    [InlineData(null, 120, 450_000)]
    [InlineData(600, 0, 570_000)] // 100 hours above New York's 500 in the small tables
    [InlineData(1000, 0, 850_000)]
    [InlineData(3000, 0, 850_000)]
    public void Vetting_is_worth_the_tier_and_the_hours_less_the_age_of_the_check(int? hours, int checkedDaysAgo, int raw) =>
        Assert.Equal(raw, RawOf(RuleId.Vetting, A.Therapist().Hours(documented: hours).CheckedDaysAgo(checkedDaysAgo)));

    private static int RawOf(RuleId rule, TherapistBuilder therapist) => new Town(therapist).Hit(An.Order()).Components.Single(part => part.Rule == rule).Raw;

    private static TherapistBuilder Better(RuleId rule) => rule switch
    {
        RuleId.ModalityFit => Plain.Offers("myofascial-release"),
        RuleId.Vetting => Plain.CheckedDaysAgo(1),
        RuleId.NetworkEvidence => Plain.TakesOnly(Aetna, daysAgo: 1),
        RuleId.Distance => Plain.MilesNorth(2),
        RuleId.Availability => Plain.FreeInDays(1),
        RuleId.Record => Plain.With(p => p with { Referrals = new ReferralRecord(10, 10, 10) }),
        RuleId.Preferences => Plain.Speaks("es"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };
}
