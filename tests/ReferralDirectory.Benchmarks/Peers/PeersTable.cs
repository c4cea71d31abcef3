using System.Globalization;
using System.Text;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>The side-by-side table, and the figures that were to be reached.</summary>
internal sealed class PeersTable(IReadOnlyList<Contestant> field, int listings, int questions)
{
    private readonly List<Figure> figures = [];

    public bool AllReached => figures.TrueForAll(figure => figure.Reached);

    /// <summary>Ours without and with funnel, and the fastest SQLite and PostgreSQL designs.</summary>
    public void Judge()
    {
        var (bare, full) = (field[0], field[1]);
        foreach (var (peer, leastBare, leastFull) in new[] { (Best("SQLite"), 30.0, 10.0), (Best("Post"), 60, 20) })
        {
            if (peer is null)
                continue;
            figures.Add(new($"matches/s without funnel, × {peer.Engine.Name}", bare.SpeedOver(peer), leastBare, IsLeast: true));
            figures.Add(new($"matches/s with funnel, × {peer.Engine.Name}", full.SpeedOver(peer), leastFull, IsLeast: true));
        }

        var sqlite = Best("SQLite")!;
        figures.Add(new("p99 without funnel, share of the best SQLite design's", bare.P99ShareOf(sqlite), 1 / 40.0, IsLeast: false));
        figures.Add(new("p99 with funnel, share of the best SQLite design's", full.P99ShareOf(sqlite), 1 / 10.0, IsLeast: false));
    }

    public void Add(string what, double value, double most) => figures.Add(new(what, value, most, IsLeast: false));

    public string ToMarkdown(int rounds)
    {
        var text = new StringBuilder();
        text.AppendLine("# Peers").AppendLine();
        text.AppendLine("`dotnet run -c Release --project tests/ReferralDirectory.Benchmarks -- peers` writes this section again.").AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{listings:N0} listings, {questions:N0} questions in one order, one client, medians of {rounds} interleaved rounds after five seconds each to warm up; an engine stops after 20 seconds of a round. Every engine answered the first 300 questions as brute force does. Peers get the order screened and looked up, and tables of today: only offices that can be shown, scores but for fit, distance and specialty computed beforehand. Without funnel ours gets the order screened, too; with funnel it begins with the order as it comes. Ours also answers for any day and for plans.").AppendLine();
        text.AppendLine("| engine | matches/s | p50 ms | p95 ms | p99 ms | bytes a listing | built in s | questions a round |").AppendLine("| --- | --: | --: | --: | --: | --: | --: | --: |");
        foreach (var each in field)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {each.Engine.Name} | {each.MatchesPerSecond:N0} | {each.Percentile(50):0.000} | {each.Percentile(95):0.000} | {each.Percentile(99):0.000} | {each.Engine.Bytes / (double)listings:0} | {each.BuildSeconds:0.0} | {each.Questions:N0} |");
        }

        text.AppendLine().AppendLine("| figure | measured | must | reached |").AppendLine("| --- | --: | --: | --- |");
        foreach (var figure in figures)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Value:0.###} | {(figure.IsLeast ? "≥" : "≤")} {figure.Limit:0.###} | {(figure.Reached ? "yes" : "**no**")} |");
        return text.ToString();
    }

    private Contestant? Best(string family) => field
        .Where(each => each.Engine.Name.StartsWith(family, StringComparison.Ordinal))
        .MaxBy(each => each.MatchesPerSecond);

    private sealed record Figure(string What, double Value, double Limit, bool IsLeast)
    {
        public bool Reached => IsLeast ? Value >= Limit : Value <= Limit;
    }
}
