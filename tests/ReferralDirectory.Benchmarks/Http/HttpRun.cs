using System.Runtime.InteropServices;

namespace ReferralDirectory.Benchmarks.Http;

/// <summary>The verb <c>http</c>: the answer over HTTP, on a store of the demonstration or, after the verb, in a directory that is there.</summary>
internal static class HttpRun
{
    public const string Verb = "http";
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string data, string[] directories)
    {
        var report = new Report("Measured over HTTP", Verb);
        if (!await HttpMeasurement.RunAsync(directories is [var named] ? named : data, Rounds, report))
            return 0;
        var table = report.ToMarkdown(Rounds, RuntimeInformation.FrameworkDescription, Environment.ProcessorCount);
        Console.WriteLine(table);
        if (directories is [])
            ResultsFile.Put(table);
        return report.AllReached ? 0 : 1;
    }
}
