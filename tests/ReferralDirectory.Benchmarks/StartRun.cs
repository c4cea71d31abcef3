using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Benchmarks;

/// <summary><c>start [listings]</c>: an index written to its file, taken up from it and changed, beside compiling it.</summary>
internal static class StartRun
{
    private const int Rounds = 3;
    private const int Changes = 30;
    private const double Million = 1e6;

    public static async Task<int> RunAsync(string data, string[] args)
    {
        var report = new Report();
        var demo = await DemoStore.MakeAsync(Path.Combine(data, "store"));
        var world = LargeWorld.Of(demo, args is [var listings] ? int.Parse(listings, CultureInfo.InvariantCulture) : 1_000_000);
        var (path, today) = (Path.Combine(data, "start.index"), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        Write(world, today, path, report);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = Read(world.State, path, report);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        report.Add("index with the packed profiles", "bytes a listing", [bytes / (double)index.ListingCount], null);
        report.Add("index besides the packed profiles", "bytes a listing", [(bytes - index.PackedBytes) / (double)index.ListingCount], null);
        report.Add("one therapist changed, until matchable", "ms", [.. Enumerable.Range(1, Changes).Select(number => Seconds(() => Change(index, world, number, today)) * 1000)], 1_000);
        report.Add("made ready for the next day on half the cores", "s", [Seconds(() => index.PrepareFor(today.AddDays(1)))], null);
        Console.WriteLine(report.ToMarkdown(Rounds, RuntimeInformation.FrameworkDescription, Environment.ProcessorCount));
        return report.AllReached ? 0 : 1;
    }

    private static void Write(DirectorySnapshot world, DateOnly today, string path, Report report)
    {
        var compiler = new MatchIndexCompiler();
        MatchIndex? index = null;
        report.Add("compiled from profiles, ready for a day", "s", [Seconds(() =>
        {
            world.Therapists.Chunk(1_000).AsParallel().ForAll(compiler.Add);
            index = compiler.Compile(world.State, today);
        })], null);
        var contents = new IndexContents(IndexImage.Build, world.Revision, 0, world.Knowledge.Version, [today]);
        report.Add("written to its file", "s", Enumerable.Range(0, Rounds).Select(_ => Seconds(() => IndexFile.Write(path, contents, IndexImage.Write(index!, [today]), CancellationToken.None))), null);
        report.Add("the file", "MB", [new FileInfo(path).Length / Million], null);
    }

    private static MatchIndex Read(DirectoryState state, string path, Report report)
    {
        MatchIndex? index = null;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        report.Add("read from its file, ready for that day", "s", [.. Enumerable.Range(0, Rounds).Select(_ => Seconds(() =>
        {
            using var file = IndexFile.Open(path);
            index = IndexImage.Read(() => state, file.Contents.Parts.Length, file.PartAt);
        }))], 2);
        var taken = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / Rounds;
        report.Add("memory that reading takes, × the file", "", [taken / (double)new FileInfo(path).Length], KeptIndex.MostTakenPerHundredRead / 100.0);
        return index!;
    }

    private static void Change(MatchIndex index, DirectorySnapshot world, int number, DateOnly today)
    {
        var person = world.Therapists[(int)((long)number * 7919 % world.Therapists.Length)];
        index.With(new DirectoryChanges(index.Revision + number, null, [], [person with { IdentityConflict = true }], []), today);
    }

    private static double Seconds(Action act)
    {
        var started = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
