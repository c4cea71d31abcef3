using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class DueListTests
{
    /// <summary>Said 30 days ago, accepting 10 days ago; the licence checked 30 days ago, the exclusion list 10 days ago.</summary>
    private static readonly TherapistProfile Standard = A.Therapist().With(p => p with { LiabilityCover = null }).Build();

    private static readonly DateOnly AttestationDue = Today.AddDays(-30 + 91);
    private static readonly DateOnly LicenceDue = Today.AddDays(-30 + 121);
    private static readonly DateOnly ExclusionDue = Today.AddDays(-10 + 32);

    public static TheoryData<ReminderKind, DateOnly> Clocks { get; } = new()
    {
        { ReminderKind.AttestationDue, AttestationDue },
        { ReminderKind.LicenceCheckDue, LicenceDue },
        { ReminderKind.ExclusionCheckDue, ExclusionDue },
        { ReminderKind.RecredentialingDue, Today.AddDays(-30).AddMonths(36).AddDays(1) },
    };

    [Theory]
    [MemberData(nameof(Clocks))]
    public void A_reminder_comes_two_weeks_ahead_on_the_day_and_two_weeks_after(ReminderKind kind, DateOnly due)
    {
        var therapist = A.Therapist().Build();

        Assert.Null(On(-15));
        Assert.Equal((ReminderStage.Ahead, -14), On(-14));
        Assert.Equal((ReminderStage.Ahead, -14), On(-1));
        Assert.Equal((ReminderStage.Due, 0), On(0));
        Assert.Equal((ReminderStage.Due, 0), On(1));
        Assert.Equal((ReminderStage.Due, 0), On(13));
        Assert.Equal((ReminderStage.Overdue, 14), On(14));
        Assert.Equal((ReminderStage.Overdue, 14), On(400));

        (ReminderStage Stage, int Since)? On(int day)
        {
            var reminder = DueList.On(due.AddDays(day), therapist).SingleOrDefault(found => found.Kind == kind);
            Assert.Equal(reminder is null ? null : due, reminder?.DueOn);
            return reminder is null ? null : (reminder.Stage, reminder.Since.DayNumber - due.DayNumber);
        }
    }

    [Fact]
    public void A_reminder_names_the_place_or_the_state_and_nothing_of_the_person()
    {
        var reminders = DueList.On(Today.AddYears(1), Standard).ToDictionary(reminder => reminder.Kind);

        Assert.Equal(Standard.Listings[0].Id, reminders[ReminderKind.AttestationDue].Listing);
        Assert.Equal(NewYork, reminders[ReminderKind.LicenceCheckDue].State);
        Assert.Equal((null, null), (reminders[ReminderKind.ExclusionCheckDue].Listing, reminders[ReminderKind.ExclusionCheckDue].State));
        Assert.All(reminders.Values, reminder => Assert.Equal(Standard.Id, reminder.Therapist));
    }

    [Fact]
    public void The_oldest_word_about_a_place_decides_and_an_unknown_answer_is_none()
    {
        Assert.Equal(Today.AddDays(-80 + 91), Attestation(A.Therapist().Accepting(AcceptingPatients.Yes, 80)));
        Assert.Equal(AttestationDue, Attestation(A.Therapist().Accepting(AcceptingPatients.Unknown, 80)));
        Assert.Equal(Today.AddDays(-70 + 91), Attestation(A.Therapist().Takes(Cigna, daysAgo: 70)));
        Assert.Equal(AttestationDue, Attestation(A.Therapist().Takes(Cigna, daysAgo: 70, zip: "10001")));
        Assert.Equal(AttestationDue, Attestation(A.Therapist().IsOutOf(Cigna, daysAgo: 70)));
    }

    [Fact]
    public void A_licence_is_due_when_it_ends_and_one_that_no_board_confirmed_has_no_clock()
    {
        Assert.Equal(Today.AddDays(6), Licence(A.Therapist().Unlicensed().LicensedIn("NY", expires: Today.AddDays(5)))?.DueOn);
        Assert.Null(Licence(A.Therapist().CheckedDaysAgo(null)));
        Assert.Null(Licence(A.Therapist().Unlicensed().LicensedIn("NY", LicenceStatus.Revoked)));
        Assert.DoesNotContain(DueList.On(Today.AddYears(1), A.Therapist().Excluded(ExclusionStatus.PossibleMatch).Build()), due => due.Kind == ReminderKind.ExclusionCheckDue);

        static Reminder? Licence(TherapistBuilder therapist) => DueList.On(Today.AddYears(1), therapist.Build()).SingleOrDefault(due => due.Kind == ReminderKind.LicenceCheckDue);
    }

    [Fact]
    public void The_quality_of_the_directory_counts_what_each_of_its_people_adds()
    {
        TherapistProfile[] people =
        [
            Standard,
            A.Therapist(2).Excluded(ExclusionStatus.PossibleMatch).Place(place => place with { From = TherapistBuilder.Said(91) }).AlsoAt(7).Place(place => place with { From = TherapistBuilder.Said(361) }).Build(),
            A.Therapist(3).With(p => p with { IdentityConflict = true }).Place(place => place with { From = TherapistBuilder.Said(181) }).Build(),
            A.Therapist(4).Nowhere().Build(),
        ];

        var quality = DirectoryQuality.Of(people, SmallKnowledge.Tables, Today);

        Assert.Equal((3, 4), (quality.Therapists, quality.Listings));
        Assert.Equal([1, 1, 1, 1], quality.ListingsByFreshness);
        Assert.Equal(1, quality.VerifiedListings);
        Assert.Equal([1, 2, 0, 0, 0], quality.TherapistsByTier);
        Assert.Equal(people.Sum(person => DueList.On(Today, person).Count()), quality.Reminders.Sum(count => count.Count));
        Assert.Contains(new ReminderCount(ReminderKind.AttestationDue, ReminderStage.Overdue, 2), quality.Reminders);
    }

    private static DateOnly Attestation(TherapistBuilder therapist) =>
        DueList.On(Today.AddYears(1), therapist.Build()).Single(reminder => reminder.Kind == ReminderKind.AttestationDue).DueOn;
}
