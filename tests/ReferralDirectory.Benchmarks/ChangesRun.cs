using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks;

/// <summary>
/// <c>changes [listings [changes]]</c>: an index that follows one changed therapist after the other, a hundred to a revision. People move, and
/// come back to where they were: what the index needs must stay what it was, and what one compiled from the same people needs.
/// </summary>
internal static class ChangesRun
{
    private const int PerRevision = 100;

    /// <summary>Memory is looked at so often.</summary>
    private const int Looks = 10;

    /// <summary>How far somebody moves at most, in degrees of latitude, there and back.</summary>
    private const double Moved = .3;

    /// <summary>
    /// The most that memory may have grown by, as a share: full blocks are split into half-full ones, and a page of packed profiles stays until
    /// the last of its thousand therapists has changed.
    /// </summary>
    private const double MostGrowth = 2;

    /// <summary>Beyond that it may not go on growing.</summary>
    private const double MostGrowthLater = 1.1;

    public static async Task<int> RunAsync(string data, string[] args)
    {
        var demo = await DemoStore.MakeAsync(Path.Combine(data, "store"));
        var (listings, changes) = (NumberAt(args, 0, 20_000), NumberAt(args, 1, 100_000));
        var world = LargeWorld.Of(demo, listings);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var random = new Random(20261122);
        TherapistProfile[][] places = [[.. world.Therapists], [.. world.Therapists.Select(person => Elsewhere(person, random))]];
        var at = new int[world.Therapists.Length];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = Compiled(world, today);
        var memory = new List<double> { GC.GetTotalMemory(forceFullCollection: true) - before };
        var times = new List<double>();
        for (var done = PerRevision; done <= changes; done += PerRevision)
        {
            var moved = Enumerable.Range(0, PerRevision).Select(_ => random.Next(at.Length)).Distinct().Select(number => places[at[number] ^= 1][number]);
            var revision = new DirectoryChanges(index.Revision + 1, null, world.Organizations, [.. moved], []);
            var started = Stopwatch.GetTimestamp();
            index = index.With(revision, today);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (done % (changes / Looks) == 0)
                memory.Add(GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        var report = new Report();
        var anew = Compiled(world with { Therapists = [.. at.Select((place, number) => places[place][number])] }, today);
        report.Add($"{PerRevision} therapists of {index.ListingCount:N0} listings changed in one revision", "ms", times, 1_000);
        report.Add($"the index after each tenth of {changes:N0} changes", "bytes a listing", memory.Select(bytes => bytes / index.ListingCount), null);
        report.Add("the same at the end, × as at first", "", [memory[^1] / memory[0]], MostGrowth);
        report.Add("in the second half, × the first half's most", "", [memory[(Looks / 2)..].Max() / memory[..(Looks / 2)].Max()], MostGrowthLater);
        report.Add("blocks, × those of an index compiled from the same people", "", [index.Blocks.Blocks.Length / (double)anew.Blocks.Blocks.Length], 2);
        Console.WriteLine(report.ToMarkdown(rounds: 1, RuntimeInformation.FrameworkDescription, Environment.ProcessorCount));
        return report.AllReached ? 0 : 1;
    }

    private static MatchIndex Compiled(DirectorySnapshot world, DateOnly today)
    {
        var index = MatchIndexCompiler.Compile(world);
        index.PrepareFor(today);
        return index;
    }

    private static TherapistProfile Elsewhere(TherapistProfile person, Random random) => person with
    {
        Listings = [.. person.Listings.Select(listing => listing with { Place = listing.Place with { Point = Near(listing.Place.Point, random) } })],
    };

    private static GeoPoint Near(GeoPoint point, Random random) =>
        GeoPoint.Create(Math.Clamp(point.Latitude + (Moved * (random.NextDouble() - .5)), -90, 90), point.Longitude);

    private static int NumberAt(string[] args, int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;
}
