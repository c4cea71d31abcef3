using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Tests.Indexing;

/// <summary>One index answers for every day: nothing has to be done at midnight.</summary>
public sealed class DayTests
{
    [Fact]
    public void A_licence_that_ends_matches_on_its_last_day_and_not_on_the_next_however_often_and_in_whichever_order_is_asked()
    {
        const int lastDay = 5;
        var town = new Town(A.Therapist().Unlicensed().LicensedIn("NY", expires: Today.AddDays(lastDay)));
        foreach (var day in (int[])[0, lastDay + 1, 1, lastDay, 2, lastDay + 2, 3, lastDay + 3, 4, lastDay, lastDay + 1, 0])
            Assert.Equal(day <= lastDay, town.Match(An.Order().For(Today.AddDays(day))).Total == 1);
    }

    [Fact]
    public void Checks_lapse_by_the_day_on_which_it_is_asked()
    {
        var town = new Town(A.Therapist().CheckedDaysAgo(0).Excluded(ExclusionStatus.Clear, 0));
        foreach (var day in (int[])[0, 121, 30, 119, 122, 1, 120])
            Assert.Equal(day <= 31, town.Match(An.Order().AskedOn(Today.AddDays(day))).Total == 1);
    }
}
