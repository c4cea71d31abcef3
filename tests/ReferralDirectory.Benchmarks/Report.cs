using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ReferralDirectory.Benchmarks;

/// <summary>The lines of the table: what, the median, the spread, and what was to be reached.</summary>
/// <param name="title">Of the section.</param>
/// <param name="verb">What measures it again; empty: no verb does.</param>
internal sealed class Report(string title = "Measured", string verb = "")
{
    private readonly List<(string What, string Unit, double[] Values, Goal Goal)> lines = [];

    public static string ProjectDirectory { get; } = DirectoryOfThisFile();

    public bool AllReached => lines.TrueForAll(line => line.Goal.IsReached(Median(line.Values)));

    /// <param name="what">The line.</param>
    /// <param name="unit">Of the values.</param>
    /// <param name="values">One of each round.</param>
    /// <param name="limit">The most that the median may be; null: nothing is asked.</param>
    public void Add(string what, string unit, IEnumerable<double> values, double? limit) => lines.Add((what, unit, [.. values.Order()], new Goal(AtMost: limit)));

    /// <param name="what">The line.</param>
    /// <param name="values">How many times as much as another in the same round; one of each round.</param>
    /// <param name="atLeast">What the median must reach.</param>
    public void AddRatio(string what, IEnumerable<double> values, double atLeast) => lines.Add((what, "×", [.. values.Order()], new Goal(AtLeast: atLeast)));

    public string ToMarkdown(int rounds, string framework, int cores)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {title}").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"`dotnet run -c Release --project tests/ReferralDirectory.Benchmarks{(verb.Length == 0 ? "" : $" {verb}")}` writes this section again.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{framework}, {cores} cores, median of {rounds} rounds; 5,000 synthetic therapists, the product run as `dotnet ReferralDirectory.dll`. A million listings are the same people many times over, each copy up to a tenth of a degree away.").AppendLine();
        text.AppendLine("| what | median | lowest – highest | goal | reached |").AppendLine("| --- | --: | --: | --: | --- |");
        foreach (var (what, unit, values, goal) in lines)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {what} | {Median(values):0.###} {unit} | {values[0]:0.###} – {values[^1]:0.###} | {goal.Text(unit)} | {(goal.IsOpen ? "" : goal.IsReached(Median(values)) ? "yes" : "**no**")} |");
        }

        return text.ToString();
    }

    private sealed record Goal(double? AtMost = null, double? AtLeast = null)
    {
        public bool IsOpen => (AtMost, AtLeast) is (null, null);

        public bool IsReached(double value) => !(value > AtMost) && !(value < AtLeast);

        public string Text(string unit) => this switch
        {
            { AtMost: { } most } => string.Create(CultureInfo.InvariantCulture, $"≤ {most:0.###} {unit}"),
            { AtLeast: { } least } => string.Create(CultureInfo.InvariantCulture, $"≥ {least:0.###} {unit}"),
            _ => "",
        };
    }

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];

    private static string DirectoryOfThisFile([CallerFilePath] string source = "") => Path.GetDirectoryName(source) ?? "";
}
