using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Indexing;

/// <summary>An index that was changed step by step is the one that would be compiled from where it got to.</summary>
public sealed class ChangeTests
{
    private const int Capacity = 16;

    public static TheoryData<Adversity> Adversities { get; } = [.. Enum.GetValues<Adversity>()];

    [Theory]
    [MemberData(nameof(Adversities))]
    public void A_changed_index_answers_as_one_that_is_compiled_anew(Adversity adversity)
    {
        var world = new RandomWorld(adversity, 7000 + (int)adversity);
        var drawn = world.Therapists(150);
        var random = new Random((int)adversity);
        var present = drawn[..60].ToDictionary(profile => profile.Id);
        var index = Town.Compile(present.Values, Capacity);
        for (var revision = 2; revision < 60; revision++)
        {
            var changes = Change(present, drawn, random, revision);
            index = index.With(changes);
            Assert.Equal((revision, present.Count), (index.Revision, index.TherapistCount));
            Assert.Equal(present.Keys.Order(), index.Therapists.Select(therapist => therapist.Id));

            var anew = Town.Compile(present.Values);
            Assert.Equal((anew.ListingCount, anew.OfficeListings, anew.HomeVisitListings), (index.ListingCount, index.OfficeListings, index.HomeVisitListings));
            for (var i = 0; i < 10; i++)
            {
                var criteria = world.Order().Build();
                Assert.Equal(BruteForceOracle.Lines(Ranker.Match(anew, criteria, Town.Options)), BruteForceOracle.Lines(Ranker.Match(index, criteria, Town.Options)));
            }
        }
    }

    [Fact]
    public void Only_the_blocks_that_a_change_touches_are_made_anew()
    {
        var people = Enumerable.Range(1, 400).Select(id => A.Therapist(id).At(GeoPoint.Create(30 + (id / 20.0), -100 + (id % 7))).Build()).ToList();
        var index = Town.Compile(people, Capacity);

        var changed = index.With(Changes(2, people[7] with { IdentityConflict = true }));

        Assert.Single(BlocksOf(changed).Except(BlocksOf(index)));
        Assert.Equal(BlocksOf(index).Length - 1, BlocksOf(changed).Intersect(BlocksOf(index)).Count());
    }

    [Fact]
    public void Blocks_stay_full_and_few_however_often_people_come_and_go()
    {
        var random = new Random(3);
        var index = Town.Compile([], Capacity);
        for (var revision = 2; revision < 3_000; revision++)
        {
            var id = random.Next(1, 500);
            var place = GeoPoint.Create(40 + random.NextDouble(), -76 + random.NextDouble());
            index = index.With(random.Next(3) == 0
                ? new DirectoryChanges(revision, null, [], [], [new TherapistId(id)])
                : Changes(revision, A.Therapist(id).At(place).Build()));
            Assert.Equal(index.TherapistCount, index.ListingCount);
        }

        Assert.All(BlocksOf(index), block => Assert.InRange(block.Count, 1, Capacity));
        Assert.InRange(BlocksOf(index).Length, index.ListingCount / Capacity, index.ListingCount / (Capacity / 4) + 1);
    }

    [Fact]
    public void Nothing_is_kept_of_earlier_profiles_however_often_people_change_together()
    {
        var random = new Random(4);
        var people = Enumerable.Range(1, 200).Select(id => A.Therapist(id).At(GeoPoint.Create(40 + (id / 200.0), -76)).Build()).ToArray();
        var index = Town.Compile(people, Capacity);
        for (var revision = 2; revision < 500; revision++)
        {
            var changed = Enumerable.Range(0, 10).Select(_ => random.Next(people.Length)).Distinct().ToList();
            changed.ForEach(number => people[number] = people[number] with { IdentityConflict = !people[number].IdentityConflict });
            index = index.With(Changes(revision, [.. changed.Select(number => people[number])]));
        }

        Assert.Equal(Town.Compile(people, Capacity).PackedBytes, index.PackedBytes);
    }

    [Fact]
    public void Other_knowledge_tables_need_a_whole_index() =>
        Assert.Throws<ArgumentException>(() => Town.Compile([]).With(new DirectoryChanges(2, SmallKnowledge.Tables, [], [], [])));

    /// <summary>Some change, some come, some go; now and then everybody nearby is somebody else.</summary>
    private static DirectoryChanges Change(Dictionary<TherapistId, TherapistProfile> present, IReadOnlyList<TherapistProfile> drawn, Random random, int revision)
    {
        var changed = Enumerable.Range(0, random.Next(1, 12)).Select(_ => drawn[random.Next(drawn.Count)].Id).Distinct()
            .Select(id => drawn[random.Next(drawn.Count)] with { Id = id }).ToList();
        var removed = present.Keys.Where(_ => random.Next(15) == 0).Except(changed.Select(profile => profile.Id)).ToList();
        foreach (var id in removed)
            present.Remove(id);
        foreach (var profile in changed.Select((profile, i) => Renumbered(profile, (revision * 1000) + (i * 10))))
            present[profile.Id] = profile;
        return new DirectoryChanges(revision, null, [], [.. changed.Select(profile => present[profile.Id])], [.. removed]);
    }

    /// <summary>A listing belongs to one therapist.</summary>
    private static TherapistProfile Renumbered(TherapistProfile profile, long first) =>
        profile with { Listings = [.. profile.Listings.Select((listing, i) => listing with { Id = new ListingId(1_000_000 + first + i) })] };

    private static DirectoryChanges Changes(long revision, params TherapistProfile[] changed) => new(revision, null, [], [.. changed], []);

    private static Block[] BlocksOf(MatchIndex index) => [.. index.Near(UnitVector.Of(Syracuse), new Reach(new Miles(20_000)), orTravelling: false).Select(near => near.Block)];
}
