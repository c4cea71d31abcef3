using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Demo;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Demo;

/// <summary>A copy of the seed data with few people, so that each test takes moments, and that a test may change.</summary>
internal sealed class SmallSeed : IDisposable
{
    public const int People = 60;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("seed-");

    public SmallSeed()
    {
        foreach (var folder in new[] { "knowledge", "insurers" })
        {
            directory.CreateSubdirectory(folder);
            foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(Shipped.SeedData, folder)))
                File.Copy(file, PathOf(folder, System.IO.Path.GetFileName(file)));
        }

        DemoGenerator.Write(PathOf("demo"), new DemoWorld(People, DemoGenerator.DefaultSeed, Shipped.Places, Shipped.Knowledge));
    }

    public string Path => directory.FullName;

    public string PathOf(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Changes the wording of a table, as the next release does.</summary>
    public void Correct(string from, string to)
    {
        var path = PathOf("knowledge", "modalities.csv");
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        File.AppendAllText(PathOf("knowledge", ShippedKnowledge.FileName), KnowledgeCopy.Read(Path).Import.Knowledge!.Version + "\n");
    }

    public Task<TemporaryStore> StoreAsync(TimeProvider clock, Action<IServiceCollection>? configure = null) => TemporaryStore.CreateAsync(configure: services =>
    {
        services.AddSingleton(clock).AddSingleton(Shipped.Places).AddImport(FileReaders.Read).AddDemo(Path);
        configure?.Invoke(services);
    });

    public void Dispose() => directory.Delete(recursive: true);
}
