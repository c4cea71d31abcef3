#if DEBUG
Console.Error.WriteLine("Measure a release build: dotnet run -c Release --project tests/ReferralDirectory.Benchmarks");
return 1;
#else
using System.Globalization;
using System.Runtime.InteropServices;
using ReferralDirectory.Benchmarks;

// Measures what README and the issues promise, on a store that the product itself made in a temporary directory, and writes the table
// to RESULTS.md beside this project. Ends only the servers that it started.
var rounds = args is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 3;
var data = Directory.CreateTempSubdirectory("referral-directory-benchmark-").FullName;
try
{
    var report = new Report();
    foreach (var (kind, product) in new[] { ("published", await Product.PublishAsync(Path.Combine(data, "published"))), ("built", Product.Built) })
    {
        await StartupMeasurement.RunAsync(product, kind, Path.Combine(data, kind + "-starts"), rounds, report);
        await CommandLineMeasurement.RunAsync(product, kind, Path.Combine(data, kind + "-starts", "1"), rounds, report);
    }

    await MatchMeasurement.RunAsync(Path.Combine(data, "built-starts", "1"), rounds, report);
    var table = report.ToMarkdown(rounds, RuntimeInformation.FrameworkDescription, Environment.ProcessorCount);
    Console.WriteLine(table);
    await File.WriteAllTextAsync(Report.Path, table);
    return report.AllReached ? 0 : 1;
}
finally
{
    Directory.Delete(data, recursive: true);
}
#endif
