using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;
namespace ReferralDirectory.Benchmarks;
internal static class Scratch
{
    public static async Task RunAsync(string data, int listings)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStore(new StoreOptions { DataDirectory = data }).BuildServiceProvider();
        var demo = services.GetRequiredService<SnapshotReader>().ReadAll(CancellationToken.None);
        var people = demo.Therapists.ToArray();
        for (var round = 0; round < 10; round++)
        {
            var shared = new SharedParts();
            var started = Cpu();
            PackedTherapist[] packed = [];
            long bytes = 0;
            packed = [.. people.Chunk(1024).SelectMany(chunk => { var p = ProfilePage.Pack(chunk, shared); return p; })];
            var pack = (Cpu() - started);
            using (var w = new PackWriter(shared)) { foreach (var p in people) ProfileCodec.Write(w, p); bytes = w.Length; }
            started = Cpu();
            var a = GC.GetAllocatedBytesForCurrentThread();
            foreach (var p in packed) p.Unpack();
            var unpack = (Cpu() - started);
            a = GC.GetAllocatedBytesForCurrentThread() - a;
            var unpacker = new TherapistUnpacker(demo.Knowledge);
            started = Cpu();
            foreach (var p in packed) unpacker.Unpack(p);
            var compile = (Cpu() - started);
            Console.WriteLine($"pack {pack.TotalMicroseconds / people.Length:0.00} us, unpack {unpack.TotalMicroseconds / people.Length:0.00} us, unpack+compile {compile.TotalMicroseconds / people.Length:0.00}, {bytes / people.Length} bytes, allocates {a / people.Length}");
        }
        if (listings == 0) return;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        for (var round = 0; round < 2; round++)
        {
            var before = GC.GetTotalMemory(true);
            var started = Cpu();
            var compiler = new MatchIndexCompiler();
            foreach (var p in Copies(people, listings)) compiler.Add(p);
            var added = (Cpu() - started);
            var index = compiler.Compile(demo.State);
            var compiled = (Cpu() - started);
            index.PrepareFor(today);
            var ready = (Cpu() - started);
            compiler = null;
            var after = GC.GetTotalMemory(true);
            Console.WriteLine($"{index.ListingCount} listings: added {added.TotalSeconds:0.00} s, compiled {compiled.TotalSeconds:0.00} s, ready {ready.TotalSeconds:0.00} s, {(after - before) / (double)index.ListingCount:0} bytes a listing, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, gen2 {GC.CollectionCount(2)}");
            started = Cpu();
            for (var i = 0; i < 20; i++) index.With(new DirectoryChanges(index.Revision + 1, null, [], [people[i * 37] with { IdentityConflict = true }], [])).PrepareFor(today);
            Console.WriteLine($"change {(Cpu() - started).TotalMilliseconds / 20:0.0} ms");
            GC.KeepAlive(index);
        }
    }
    static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
    static IEnumerable<TherapistProfile> Copies(TherapistProfile[] people, int listings)
    {
        var random = new Random(20261121);
        long therapist = 0, listing = 0;
        while (listing < listings)
            foreach (var person in people)
            {
                yield return person with
                {
                    Id = new(++therapist),
                    Listings = [.. person.Listings.Select(place => new Listing(new(++listing), place.Place with { Point = ReferralDirectory.Matching.Vocabulary.GeoPoint.Create(Math.Clamp(place.Place.Point.Latitude + (.2 * (random.NextDouble() - .5)), -90, 90), Math.Clamp(place.Place.Point.Longitude + .2 * (random.NextDouble() - .5), -180, 180)) }))],
                };
                if (listing >= listings) break;
            }
    }
}
