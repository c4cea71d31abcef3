using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ReferralDirectory.Benchmarks;

/// <summary>The lines of the table: what, the median, the spread, and what was to be reached.</summary>
internal sealed class Report
{
    private readonly List<(string What, string Unit, double[] Values, double? Limit)> lines = [];

    public static string ProjectDirectory { get; } = DirectoryOfThisFile();

    public bool AllReached => lines.TrueForAll(line => !(Median(line.Values) > line.Limit));

    /// <param name="what">The line.</param>
    /// <param name="unit">Of the values.</param>
    /// <param name="values">One of each round.</param>
    /// <param name="limit">The most that the median may be; null: nothing is asked.</param>
    public void Add(string what, string unit, IEnumerable<double> values, double? limit) => lines.Add((what, unit, [.. values.Order()], limit));

    public string ToMarkdown(int rounds, string framework, int cores)
    {
        var text = new StringBuilder();
        text.AppendLine("# Measured").AppendLine();
        text.AppendLine("`dotnet run -c Release --project tests/ReferralDirectory.Benchmarks` writes this section again.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{framework}, {cores} cores, median of {rounds} rounds; 5,000 synthetic therapists, the product run as `dotnet ReferralDirectory.dll`. A million listings are the same people many times over, each copy up to a tenth of a degree away.").AppendLine();
        text.AppendLine("| what | median | lowest – highest | at most | reached |").AppendLine("| --- | --: | --: | --: | --- |");
        foreach (var (what, unit, values, limit) in lines)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {what} | {Median(values):0.###} {unit} | {values[0]:0.###} – {values[^1]:0.###} | {(limit is null ? "" : $"{limit:0.###} {unit}")} | {(limit is null ? "" : Median(values) <= limit ? "yes" : "**no**")} |");
        }

        return text.ToString();
    }

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];

    private static string DirectoryOfThisFile([CallerFilePath] string source = "") => Path.GetDirectoryName(source) ?? "";
}
