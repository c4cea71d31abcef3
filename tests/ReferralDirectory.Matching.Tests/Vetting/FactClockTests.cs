using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vetting;

/// <summary>Each clock on the day before its end, on it, and on the day after: of facts, of tiers, of reminders.</summary>
public sealed class FactClockTests
{
    private static readonly DateOnly Checked = new(2026, 1, 15);

    [Theory]
    [InlineData(FactKind.Address, 90)]
    [InlineData(FactKind.Phone, 90)]
    [InlineData(FactKind.OpeningHours, 90)]
    [InlineData(FactKind.Contact, 90)]
    [InlineData(FactKind.Accepting, 90)]
    [InlineData(FactKind.Network, 90)]
    [InlineData(FactKind.Licence, 120)]
    [InlineData(FactKind.Exclusion, 31)]
    public void After_its_days_a_fact_is_due_and_after_as_many_again_less_is_held_of_it(FactKind kind, int days)
    {
        Assert.Equal([Freshness.Current, Freshness.Current, Freshness.Due], Around(kind, Checked.AddDays(days)));
        Assert.Equal([Freshness.Due, Freshness.Due, Freshness.Lowered], Around(kind, Checked.AddDays(days * 2)));
        Assert.Equal(Checked.AddDays(days + 1), FactClock.DueOn(kind, Checked));
    }

    [Theory]
    [InlineData(FactKind.Certification)]
    [InlineData(FactKind.Liability)]
    [InlineData(FactKind.Training)]
    [InlineData(FactKind.Membership)]
    [InlineData(FactKind.Identity)]
    public void Papers_are_due_after_36_months(FactKind kind)
    {
        Assert.Equal([Freshness.Current, Freshness.Current, Freshness.Due], Around(kind, Checked.AddMonths(36)));
        Assert.Equal([Freshness.Due, Freshness.Due, Freshness.Lowered], Around(kind, Checked.AddMonths(72)));
    }

    [Theory]
    [InlineData(FactKind.Phone, Freshness.Hidden)]
    [InlineData(FactKind.Network, Freshness.Hidden)]
    [InlineData(FactKind.Licence, Freshness.Lowered)]
    [InlineData(FactKind.Exclusion, Freshness.Lowered)]
    public void Only_what_stands_in_the_directory_is_ever_hidden(FactKind kind, Freshness old)
    {
        Assert.Equal([Freshness.Lowered, Freshness.Lowered, old], Around(kind, Checked.AddDays(360)).Select(freshness => freshness));
        Assert.Equal(old, FactClock.FreshnessOf(kind, Checked, Checked.AddDays(5_000)));
    }

    [Fact]
    public void Nothing_holds_beyond_the_last_day_of_its_sources_own_word()
    {
        var last = Checked.AddDays(10);
        Assert.Equal(
            [Freshness.Current, Freshness.Current, Freshness.Due],
            new[] { -1, 0, 1 }.Select(day => FactClock.FreshnessOf(FactKind.Licence, Checked, last.AddDays(day), last)));
        Assert.Equal(last.AddDays(1), FactClock.DueOn(FactKind.Licence, Checked, last));
        Assert.Equal(Checked.AddDays(121), FactClock.DueOn(FactKind.Licence, Checked, DateOnly.MaxValue));
        Assert.Equal(
            [Confidence.High, Confidence.High, Confidence.Low],
            new[] { -1, 0, 1 }.Select(day => Judge(FactKind.Licence, FactMethod.PrimarySource, last.AddDays(day), last)));
    }

    [Fact]
    public void What_is_lowered_is_held_for_less_by_one_word()
    {
        Assert.Equal(
            [Confidence.High, Confidence.High, Confidence.Medium],
            new[] { -1, 0, 1 }.Select(day => Judge(FactKind.Licence, FactMethod.PrimarySource, Checked.AddDays(240 + day))));
        Assert.Equal(
            [Confidence.Medium, Confidence.Medium, Confidence.Low],
            new[] { -1, 0, 1 }.Select(day => Judge(FactKind.Phone, FactMethod.Organization, Checked.AddDays(180 + day))));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    public void A_board_certification_that_nobody_asked_for_again_in_36_months_lifts_no_tier(int day, int tier)
    {
        var therapist = A.Therapist().Hours(documented: 700).Certified("bctmb", confirmedDaysAgo: 0)
            .With(p => p with { Certifications = [p.Certifications[0] with { ConfirmedOn = Today.AddMonths(-36).AddDays(-day) }] });

        Assert.Equal(tier, TierAssessor.Assess(therapist.Build(), NewYork, Today, SmallKnowledge.Tables).Tier);
    }

    [Theory]
    [InlineData(-1, 2, 2)]
    [InlineData(0, 2, 2)]
    [InlineData(1, 1, 1)]
    public void A_tier_falls_when_its_licence_or_exclusion_check_is_too_old(int day, int ofLicence, int ofExclusion)
    {
        Assert.Equal(ofLicence, TierAssessor.Assess(A.Therapist().CheckedDaysAgo(120 + day).Build(), NewYork, Today, SmallKnowledge.Tables).Tier);
        Assert.Equal(ofExclusion, TierAssessor.Assess(A.Therapist().Excluded(ExclusionStatus.Clear, 31 + day).Build(), NewYork, Today, SmallKnowledge.Tables).Tier);
    }

    /// <summary>On the day before, the day, and the day after.</summary>
    private static IEnumerable<Freshness> Around(FactKind kind, DateOnly last) => new[] { -1, 0, 1 }.Select(day => FactClock.FreshnessOf(kind, Checked, last.AddDays(day)));

    private static Confidence Judge(FactKind kind, FactMethod method, DateOnly today, DateOnly? last = null) =>
        FactAssessment.Of(kind, new Provenance("test", method, Checked), today, last).Confidence.Level;
}
