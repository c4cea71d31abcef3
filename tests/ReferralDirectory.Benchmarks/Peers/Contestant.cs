using System.Diagnostics;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>An engine in the side-by-side run, with the milliseconds of every question in every round.</summary>
internal sealed class Contestant(IEngine engine, double buildSeconds)
{
    private readonly List<double[]> rounds = [];

    public IEngine Engine => engine;

    public double BuildSeconds => buildSeconds;

    /// <summary>Questions answered in the shortest round.</summary>
    public int Questions => rounds.Min(times => times.Length);

    public double MatchesPerSecond => Median(rounds.Select(times => 1000 * times.Length / times.Sum()));

    public static Contestant Build(Func<IEngine> make)
    {
        var started = Stopwatch.GetTimestamp();
        var engine = make();
        return new Contestant(engine, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Rounds that do not count, for as long as the budget lasts: for the compiler, and for what is kept in memory.</summary>
    public void WarmUp(PeerQuestion[] questions, TimeSpan budget)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) is var spent && spent < budget)
            RunRound(questions, budget - spent);
        rounds.Clear();
    }

    /// <summary>Answers the questions in their order for as long as the budget lasts.</summary>
    public void RunRound(PeerQuestion[] questions, TimeSpan budget)
    {
        // What others left behind is not this one's to clear away.
        GC.Collect();
        var times = new List<double>(questions.Length);
        var begun = Stopwatch.GetTimestamp();
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            engine.Answer(question);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (Stopwatch.GetElapsedTime(begun) > budget)
                break;
        }

        rounds.Add([.. times]);
    }

    public double Percentile(int percent) => Median(rounds.Select(times => At(times, percent)));

    /// <summary>How many times as fast as another, round by round over the questions that both answered.</summary>
    public double SpeedOver(Contestant other) => Median(Shared(other).Select(pair => pair.Other.Sum() / pair.Own.Sum()));

    /// <summary>The 99th percentile as a share of another's, round by round over the questions that both answered.</summary>
    public double P99ShareOf(Contestant other) => Median(Shared(other).Select(pair => At(pair.Own, 99) / At(pair.Other, 99)));

    private IEnumerable<(double[] Own, double[] Other)> Shared(Contestant other) => rounds.Zip(other.rounds, (own, its) =>
    {
        var both = Math.Min(own.Length, its.Length);
        return (own[..both], its[..both]);
    });

    private static double At(double[] times, int percent) => times.Order().ElementAt(times.Length * percent / 100);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
