using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Tests.Indexing;

namespace ReferralDirectory.Matching.Tests.Images;

/// <summary>An index that was read from an image is the one that was written.</summary>
public sealed class IndexImageTests
{
    private const int Orders = 200;

    public static TheoryData<Adversity> Adversities { get; } = [.. Enum.GetValues<Adversity>()];

    [Theory]
    [MemberData(nameof(Adversities))]
    public void An_index_that_was_written_and_read_answers_as_a_look_at_every_profile(Adversity adversity)
    {
        var world = new RandomWorld(adversity, 8000 + (int)adversity);
        var therapists = world.Therapists(45);
        var oracle = new BruteForceOracle(therapists);
        var index = Again(Town.Compile(therapists, listingsPerBlock: 7), Today, Today.AddDays(1));
        Assert.Equal(therapists.Length, index.TherapistCount);
        for (var i = 0; i < Orders; i++)
        {
            var criteria = world.Order().Build();
            Assert.Equal(oracle.Answer(criteria), BruteForceOracle.Lines(Ranker.Match(index, criteria, Town.Options)));
        }
    }

    [Theory]
    [MemberData(nameof(Adversities))]
    public void A_second_image_is_the_same_to_the_last_byte(Adversity adversity)
    {
        var index = Town.Compile(new RandomWorld(adversity, 8100 + (int)adversity).Therapists(60), listingsPerBlock: 16);

        Assert.Equal(Bytes(index, Today), Bytes(Again(index, Today), Today));
    }

    [Fact]
    public void An_index_that_was_read_can_be_changed_on()
    {
        var world = new RandomWorld(Adversity.Towns, 8200);
        var drawn = world.Therapists(120);
        var changes = new DirectoryChanges(2, null, [], [.. drawn[80..]], [.. drawn[..20].Select(profile => profile.Id)]);
        var oracle = new BruteForceOracle(drawn[20..]);

        var index = Again(Town.Compile(drawn[..80], listingsPerBlock: 16), Today).With(changes, Today);

        for (var i = 0; i < Orders; i++)
        {
            var criteria = world.Order().Build();
            Assert.Equal(oracle.Answer(criteria), BruteForceOracle.Lines(Ranker.Match(index, criteria, Town.Options)));
        }
    }

    [Fact]
    public void What_was_changed_out_of_an_index_takes_no_room_in_its_image()
    {
        var people = new RandomWorld(Adversity.Towns, 8300).Therapists(100);
        var index = Town.Compile(people);
        var revision = 2;
        foreach (var person in people)
            index = index.With(new DirectoryChanges(revision++, null, [], [person with { Revision = revision }], []));

        Assert.InRange(Bytes(index).Length, 0, Bytes(Town.Compile(index.Therapists)).Length * 1.1);
    }

    [Fact]
    public void An_empty_index_can_be_written_and_read() => Assert.Equal(0, Again(Town.Compile([])).TherapistCount);

    private static MatchIndex Again(MatchIndex index, params DateOnly[] days)
    {
        var parts = Parts(index, days);
        return IndexImage.Read(() => new DirectoryState(index.Revision, index.Knowledge, index.Organizations, []), parts.Count, part => parts[part]);
    }

    private static byte[] Bytes(MatchIndex index, params DateOnly[] days) => [.. Parts(index, days).SelectMany(part => part)];

    private static List<byte[]> Parts(MatchIndex index, DateOnly[] days) => [.. IndexImage.Write(index, days).Select(part => part.ToArray())];
}
