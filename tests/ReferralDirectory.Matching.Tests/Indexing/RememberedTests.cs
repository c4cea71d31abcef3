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
    public void Four_people_of_one_shelf_are_remembered_side_by_side()
    {
        var index = People(4);
        var first = Profiles(index, 4);
        Assert.All(first.Zip(Profiles(index, 4)), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void One_more_takes_the_place_of_the_first_who_came()
    {
        var index = People(5);
        var first = Profiles(index, 5);
        Assert.Same(first[4], index.Find(new TherapistId(1 + (4 * Apart))));
        Assert.NotSame(first[0], index.Find(new TherapistId(1)));
        Assert.Equal(first[0].Name, index.Find(new TherapistId(1))!.Name);
    }

    private static MatchIndex People(int count) => Town.Compile(Enumerable.Range(0, count).Select(i => A.Therapist(1 + (i * Apart)).Build()));

    private static TherapistProfile[] Profiles(MatchIndex index, int count) =>
        [.. Enumerable.Range(0, count).Select(i => index.Find(new TherapistId(1 + (i * Apart)))!)];
}
