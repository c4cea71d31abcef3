using System.Diagnostics;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>The same world and the same questions for ours and for what somebody would use instead: checked against brute force, then timed in turns.</summary>
internal static class PeersMeasurement
{
    private const int Questions = 5_000;
    private const int LargestWorldCheckedInFull = 100_000;
    private const int CheckedInLargeWorlds = 300;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WarmUpBudget = TimeSpan.FromSeconds(5);

    /// <param name="demo">The demonstration.</param>
    /// <param name="listings">How large a world is made of it.</param>
    /// <param name="rounds">Each engine's turns.</param>
    /// <param name="scratch">A directory for databases.</param>
    public static PeersTable Run(DirectorySnapshot demo, int listings, int rounds, string scratch)
    {
        var world = LargeWorld.Of(demo, listings);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var (index, bytes, seconds) = Compile(world, today);
        var questions = PeerQuestion.Of(index, today, Questions);
        var flat = new FlatWorld(world, today);
        Console.WriteLine($"{flat.Listings:N0} listings, {flat.Offices.Length:N0} offices that can be shown, {flat.Networks.Length:N0} times in network");

        using var postgres = PostgresCluster.Start();
        if (postgres is null)
            Console.WriteLine("PostgreSQL with PostGIS is skipped: apt-get install postgresql-15 postgresql-15-postgis-3");
        List<Contestant> field =
        [
            new(ProductEngine.WithoutFunnel(index, bytes), seconds),
            new(ProductEngine.WithFunnel(index, bytes), seconds),
            .. PeersOf(flat, postgres, scratch).Select(Contestant.Build),
        ];
        try
        {
            Check(field, flat, listings > LargestWorldCheckedInFull ? questions[..CheckedInLargeWorlds] : questions);
            foreach (var contestant in field)
                contestant.WarmUp(questions, WarmUpBudget);
            for (var round = 0; round < rounds; round++)
            {
                foreach (var contestant in field)
                    contestant.RunRound(questions, Budget);
            }

            return new PeersTable(field, flat.Listings, questions.Length);
        }
        finally
        {
            foreach (var owner in field.Select(contestant => contestant.Engine).OfType<IDisposable>())
                owner.Dispose();
        }
    }

    private static IEnumerable<Func<IEngine>> PeersOf(FlatWorld world, PostgresCluster? postgres, string scratch)
    {
        yield return () => new SqliteBands(world, Path.Combine(scratch, "bands.db"));
        yield return () => new SqliteRTree(world, Path.Combine(scratch, "rtree.db"));
        if (postgres is not null)
        {
            yield return () => new PostgresPeer(world, postgres, PostgresDesign.Bands);
            yield return () => new PostgresPeer(world, postgres, PostgresDesign.Gist);
        }

        yield return () => new StrTree(world);
    }

    private static (MatchIndex Index, long Bytes, double Seconds) Compile(DirectorySnapshot world, DateOnly today)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var index = MatchIndexCompiler.Compile(world);
        index.PrepareFor(today);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        // Profiles are what an answer shows, which no peer here keeps.
        return (index, GC.GetTotalMemory(forceFullCollection: true) - before - index.PackedBytes, seconds);
    }

    private static void Check(List<Contestant> field, FlatWorld world, PeerQuestion[] questions)
    {
        var judge = new BruteForce(world);
        var judged = Array.ConvertAll(questions, judge.Answer);
        foreach (var contestant in field)
        {
            Agreement.Check(contestant.Engine, questions, judged);
            Console.WriteLine($"{contestant.Engine.Name}: {questions.Length:N0} answers as by brute force");
        }
    }
}
