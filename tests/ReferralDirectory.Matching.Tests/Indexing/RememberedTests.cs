using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Indexing;

/// <summary>An index unpacks whom it shows, and remembers some.</summary>
public sealed class RememberedTests
{
    /// <summary>Ids so far apart fall on one shelf.</summary>
    private const int Apart = TherapistUnpacker.Places;

    [Fact]
    public void Whoever_is_shown_once_is_not_remembered()
    {
        var index = People(1);
        Assert.NotSame(index.Find(new TherapistId(1)), index.Find(new TherapistId(1)));
    }

    [Fact]
    public void Four_people_of_one_shelf_are_remembered_side_by_side_from_the_second_time_on()
    {
        var index = People(4);
        var second = ShownTwice(index, 4);
        Assert.All(second.Zip(ShownTwice(index, 4)), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void One_more_takes_the_place_of_the_first_who_came()
    {
        var index = People(5);
        var first = ShownTwice(index, 5);
        Assert.Same(first[4], index.Find(new TherapistId(1 + (4 * Apart))));
        Assert.NotSame(first[0], index.Find(new TherapistId(1)));
        Assert.Equal(first[0].Name, index.Find(new TherapistId(1))!.Name);
    }

    private static MatchIndex People(int count) => Town.Compile(Enumerable.Range(0, count).Select(i => A.Therapist(1 + (i * Apart)).Build()));

    /// <summary>One after the other, as they were shown the second time.</summary>
    private static TherapistProfile[] ShownTwice(MatchIndex index, int count) =>
        [.. Enumerable.Range(0, count).Select(i => ShownTwice(index, new TherapistId(1 + (i * Apart))))];

    private static TherapistProfile ShownTwice(MatchIndex index, TherapistId id)
    {
        Assert.NotNull(index.Find(id));
        return index.Find(id)!;
    }
}
