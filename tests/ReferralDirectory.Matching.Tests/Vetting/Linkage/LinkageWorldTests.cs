using ReferralDirectory.LinkageWorld;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vetting.Linkage;

namespace ReferralDirectory.Matching.Tests.Vetting.Linkage;

/// <summary>On a thousand people on three lists whom the generator knows; the benchmark measures more of them.</summary>
public sealed class LinkageWorldTests
{
    private static readonly Lazy<List<LabelledRecord>> Small = new(() => World.Make(new WorldOptions { People = 1_000 }, seed: 20261122));
    private static readonly Lazy<Evaluation> Found = new(() => Evaluation.Of(Small.Value));

    [Fact]
    public void Of_a_thousand_pairs_that_are_joined_at_most_five_are_two_people() => Assert.InRange(Found.Value.Linked.Precision, .995, 1);

    [Fact]
    public void Of_a_hundred_pairs_of_one_person_at_least_ninety_five_are_joined() => Assert.InRange(Found.Value.Linked.Recall, .95, 1);

    [Fact]
    public void Exact_keys_alone_find_far_fewer() => Assert.InRange(Found.Value.ExactKeys.Recall, 0, .75);

    [Fact]
    public void Nobody_with_two_npis_is_merged() => Assert.DoesNotContain(Found.Value.Result.Pairs, pair =>
        pair.Zone == LinkZone.Merged && pair.Evidence.Any(evidence => evidence is { Field: LinkageField.Npi, Agreement: Agreement.Different }));

    [Fact]
    public void Whom_one_organisation_lists_twice_is_left_for_a_person()
    {
        var twice = Evaluation.Of(World.Make(new WorldOptions { People = 200, ListedTwice = .2 }, seed: 8)).Result.Pairs
            .Where(pair => pair.Obstacles.HasFlag(MergeObstacles.SameOrganization)).ToList();

        Assert.NotEmpty(twice);
        Assert.All(twice, pair => Assert.Equal(LinkZone.Review, pair.Zone));
    }

    [Fact]
    public void The_evidence_and_the_prior_add_up_to_the_score()
    {
        var prior = Math.Log2(Found.Value.Result.Parameters.Prior / (1 - Found.Value.Result.Parameters.Prior));

        Assert.All(Found.Value.Result.Pairs, pair => Assert.Equal(pair.Bits, prior + pair.Evidence.Sum(evidence => evidence.Bits), 6));
    }

    [Fact]
    public void The_order_of_the_records_does_not_matter()
    {
        var records = World.Make(new WorldOptions { People = 150 }, seed: 5).Select(each => each.Record).ToArray();
        var expected = Persons(records);
        new Random(3).Shuffle(records);

        Assert.Equal(expected, Persons(records));
    }

    [Fact]
    public void What_was_merged_is_one_person_by_its_decisions_alone()
    {
        var result = Found.Value.Result;
        var joined = IdentityGrouper.Group([.. Small.Value.Select(each => each.Record)], [.. result.Merges("run", DateTimeOffset.UnixEpoch)])
            .SelectMany((group, i) => group.Records.Select(record => (Key: (record.Organization, record.MemberKey), i))).ToDictionary(each => each.Key, each => each.i);

        Assert.All(
            result.Pairs.Where(pair => pair.Zone == LinkZone.Merged),
            pair => Assert.Single(result.Groups[pair.One].Records.Concat(result.Groups[pair.Other].Records).Select(record => joined[(record.Organization, record.MemberKey)]).Distinct()));
    }

    private static string[] Persons(IReadOnlyCollection<Matching.Profiles.SourceRecord> records)
    {
        var result = RecordLinker.Run(IdentityGrouper.Group(records), []);
        return [.. result.Pairs.Select(pair => $"{result.Groups[pair.One].Records[0].MemberKey} {result.Groups[pair.Other].Records[0].MemberKey} {pair.Zone} {pair.Bits:0.000}")];
    }
}
