using System.Globalization;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Tests.Indexing;

public sealed class OracleTests
{
    private const string MoreOrders = "REFERRALDIRECTORY_ORACLE_ORDERS";

    private static readonly int OrdersPerWorld = int.Parse(Environment.GetEnvironmentVariable(MoreOrders) ?? "250", CultureInfo.InvariantCulture);

    private static readonly int[] Sizes = [0, 1, 8, 20, 45];

    public static TheoryData<Adversity> Adversities { get; } = [.. Enum.GetValues<Adversity>()];

    /// <summary>
    /// Eight adversities, five sizes, 250 orders each: ten thousand in all, each with and without a count of who is eligible, of an index of
    /// one block and of one of many. The long form is in CONTRIBUTING.
    /// </summary>
    [Theory]
    [MemberData(nameof(Adversities))]
    public void The_index_answers_exactly_as_a_look_at_every_profile(Adversity adversity) => Parallel.ForEach(Sizes, size =>
    {
        var world = new RandomWorld(adversity, (100 * (int)adversity) + size);
        var therapists = world.Therapists(size);
        var oracle = new BruteForceOracle(therapists);
        var (whole, parted) = (Town.Compile(therapists), Town.Compile(therapists, listingsPerBlock: 7));
        for (var i = 0; i < OrdersPerWorld; i++)
        {
            var criteria = world.Order().Build();
            MatchCriteria[] asked = [criteria, criteria with { WithFunnel = false, WithRelaxations = false, WithTotal = false }];
            foreach (var order in asked)
            {
                var right = oracle.Answer(order);
                Assert.Equal(right, BruteForceOracle.Lines(Ranker.Match(whole, order, Town.Options)));
                Assert.Equal(right, BruteForceOracle.Lines(Ranker.Match(parted, order, Town.Options)));
            }
        }
    });

    /// <summary>So that the test above cannot pass for want of results.</summary>
    [Fact]
    public void The_random_orders_reach_all_kinds_of_answers()
    {
        var answers = Enum.GetValues<Adversity>().SelectMany(adversity =>
        {
            var world = new RandomWorld(adversity, (100 * (int)adversity) + 70);
            var index = Town.Compile(world.Therapists(70));
            return Enumerable.Range(0, 50).Select(_ => Ranker.Match(index, world.Order().Build(), Town.Options)).ToList();
        }).ToList();

        Assert.InRange(answers.Count(answer => answer.Total > 1), 80, 400);
        Assert.Equal(4, answers.Select(answer => answer.Screening.Outcome).Distinct().Count());
        Assert.Equal(2, answers.SelectMany(answer => answer.Results).Select(hit => hit.Mode).Distinct().Count());
        Assert.Equal(5, answers.SelectMany(answer => answer.Relaxations).Select(relaxation => relaxation.Kind).Distinct().Count());
        Assert.True(answers.Where(answer => answer.RadiusChosen && answer.Screening.AllowsResults).Select(answer => answer.Radius).Distinct().Count() > 3);
        Assert.All(Enumerable.Range(1, 9), gate => Assert.Contains(answers, answer => answer.Funnel.Length > gate - 1 && answer.Funnel[gate - 1].Out < answer.Funnel[gate - 1].In));
    }
}
