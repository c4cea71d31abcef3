using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ReferralDirectory.Store;

namespace ReferralDirectory.Benchmarks;

/// <summary>
/// A list of so many members through the ordinary import, beside a server that goes on answering; and, as what it is held to, the
/// same rows copied by prepared inserts into a store of the same shape: by the commands that a program would use for it, and, for
/// comparison, by the product's own inserter, which is faster than they are.
/// </summary>
internal static class ImportMeasurement
{
    private const string Organization = "demo-massage-alliance";

    /// <summary>Members who are on file before: the server has somebody to answer with.</summary>
    private const int KnownBefore = 1_000;

    public static async Task<int> RunAsync(Product product, string directory, string[] counts)
    {
        var report = new Report();
        await RunAsync(product, directory, counts is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000, report);
        Console.WriteLine(report.ToMarkdown(rounds: 1, RuntimeInformation.FrameworkDescription, Environment.ProcessorCount));
        return report.AllReached ? 0 : 1;
    }

    private static async Task RunAsync(Product product, string directory, int count, Report report)
    {
        var (known, all, data) = (Path.Combine(directory, "known"), Path.Combine(directory, "all"), Path.Combine(directory, "data"));
        await MeasuredProcess.RunAsync(product, "generate", "--count", Text(KnownBefore), "--one-list", "--out", known);
        var generated = await MeasuredProcess.RunAsync(product, "generate", "--count", Text(count), "--one-list", "--out", all);
        await MeasuredProcess.RunAsync(product, "import", Path.Combine(known, "organizations.csv"), "--format", "organizations", "--data", data);
        await ImportAsync(product, known, data);

        MeasuredProcess imported;
        AnswerWatch watch;
        await using (var server = await WatchedServer.StartAsync(product, data))
        {
            imported = await ImportAsync(product, all, data);
            watch = await server.StopWatchingAsync();
        }

        var index = new StoreOptions { DataDirectory = data }.IndexPath;
        File.Delete(index);
        var fromStore = await product.SecondsUntilReadyAsync(data, untilThere: index);
        var fromFile = await product.SecondsUntilReadyAsync(data);
        var prepared = await PreparedInserts.CopyAsync(data, Path.Combine(directory, "copy"), byOwnInserter: false);
        var inserted = await PreparedInserts.CopyAsync(data, Path.Combine(directory, "own-copy"), byOwnInserter: true);

        var of = $"{count:N0} members";
        report.Add($"generate {of}", "s", [generated.Seconds], null);
        report.Add($"import {of}", "s", [imported.Seconds], null);
        report.Add($"import {of}: memory at its peak", "MiB", [imported.PeakMebibytes], 1_024);
        report.Add("prepared inserts of the same rows, by Microsoft.Data.Sqlite's commands", "s", [prepared.TotalSeconds], null);
        report.Add("the same by the product's own inserter", "s", [inserted.TotalSeconds], null);
        report.Add($"import {of}: × the time of prepared inserts", "", [imported.Seconds / prepared.TotalSeconds], 2);
        report.Add($"import {of}: × the time of the product's own inserter", "", [imported.Seconds / inserted.TotalSeconds], null);
        report.Add($"answers of the server meanwhile ({watch.Answers} of them): failures", "", [watch.Failures], 0);
        report.Add("answers of the server meanwhile: the longest", "ms", [watch.Longest.TotalMilliseconds], null);
        report.Add($"start with {of}, from the store: ready", "s", [fromStore], 30);
        report.Add($"start with {of}, from the index file: ready", "s", [fromFile], 3);
    }

    private static Task<MeasuredProcess> ImportAsync(Product product, string files, string data) => MeasuredProcess.RunAsync(
        product, "import", Path.Combine(files, $"members-{Organization}.csv"), "--format", "members", "--organization", Organization, "--data", data);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A verb of the product that ran to its end.</summary>
internal sealed record MeasuredProcess(double Seconds, double PeakMebibytes)
{
    private const double BytesPerMebibyte = 1 << 20;

    public static async Task<MeasuredProcess> RunAsync(Product product, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = product.Start(arguments);
        long peak = 0;
        var ended = process.WaitForExitAsync();
        while (await Task.WhenAny(ended, Task.Delay(50)) != ended)
        {
            // The system forgets the figure when the process ends.
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        return process.ExitCode == 0
            ? new MeasuredProcess(Stopwatch.GetElapsedTime(started).TotalSeconds, peak / BytesPerMebibyte)
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with code {process.ExitCode}.");
    }
}
