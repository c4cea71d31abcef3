using System.Globalization;
using System.Runtime.InteropServices;

namespace ReferralDirectory.Benchmarks;

/// <summary>Without a verb: starts, the command line and matches of the product alone. May be followed by the number of rounds.</summary>
internal static class ProductRun
{
    public static async Task<int> RunAsync(string data, string[] args)
    {
        var rounds = args is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 3;
        var report = new Report();
        foreach (var (kind, product) in new[] { ("published", await Product.PublishAsync(Path.Combine(data, "published"))), ("built", Product.Built) })
        {
            await StartupMeasurement.RunAsync(product, kind, Path.Combine(data, kind + "-starts"), rounds, report);
            await CommandLineMeasurement.RunAsync(product, kind, Path.Combine(data, kind + "-starts", "1"), rounds, report);
        }

        await MatchMeasurement.RunAsync(Path.Combine(data, "built-starts", "1"), rounds, report);
        var table = report.ToMarkdown(rounds, RuntimeInformation.FrameworkDescription, Environment.ProcessorCount);
        Console.WriteLine(table);
        ResultsFile.Put(table);
        return report.AllReached ? 0 : 1;
    }
}
