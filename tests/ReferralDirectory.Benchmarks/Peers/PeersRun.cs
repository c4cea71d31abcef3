using System.Globalization;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary><c>peers</c>: ours beside what somebody would use instead. May be followed by the number of listings and of rounds.</summary>
internal static class PeersRun
{
    private const int NationalListings = 1_000_000;
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string data, string[] sizes)
    {
        var listings = NumberAt(0, NationalListings);
        var rounds = NumberAt(1, Rounds);
        var demo = await DemoStore.MakeAsync(Path.Combine(data, "store"));
        var table = PeersMeasurement.Run(demo, listings, rounds, data);
        table.Judge();
        DensityMeasurement.Run(demo, listings / DensityMeasurement.Times, rounds, table);
        var text = table.ToMarkdown(rounds);
        Console.WriteLine(text);
        if (listings == NationalListings)
            ResultsFile.Put(text);
        return table.AllReached ? 0 : 1;

        int NumberAt(int place, int otherwise) => place < sizes.Length ? int.Parse(sizes[place], CultureInfo.InvariantCulture) : otherwise;
    }
}
