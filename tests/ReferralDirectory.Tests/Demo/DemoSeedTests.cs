using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Demo;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Store.Rows;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Demo;

/// <summary>Seeds from a copy of the seed data with few people, so that each test takes moments.</summary>
public sealed class DemoSeedTests : IDisposable
{
    private const int People = 60;

    private readonly string seedData = MakeSmallSeed();
    private readonly SettableClock clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_new_store_is_filled_with_knowledge_and_invented_people()
    {
        await using var store = await StoreAsync();

        Assert.Equal(SeedOutcome.Seeded, await SeedAsync(store));

        var snapshot = store.Reader.ReadAll(CancellationToken.None);
        Assert.Equal(People, snapshot.Therapists.Length);
        Assert.All(snapshot.Therapists, therapist => Assert.True(therapist.Synthetic));
        Assert.Equal(ImportFiles.Knowledge.Value.Version, snapshot.Knowledge.Version);
        Assert.Contains(snapshot.Therapists, therapist => therapist.Licences.Any(licence => licence.CheckedOn > new DateOnly(2026, 2, 1)));
    }

    [Fact]
    public async Task A_second_start_changes_nothing_while_the_demonstration_is_fresh()
    {
        await using var store = await StoreAsync();
        await SeedAsync(store);
        var revision = store.Reader.ReadRevision();

        clock.Now = clock.Now.AddDays(DemoSeed.RefreshAfterDays);

        Assert.Equal(SeedOutcome.LeftAsItIs, await SeedAsync(store));
        Assert.Equal(revision, store.Reader.ReadRevision());
    }

    [Fact]
    public async Task An_old_demonstration_is_renewed_with_the_same_people_and_newer_checks()
    {
        await using var store = await StoreAsync();
        await SeedAsync(store);
        var before = store.Reader.ReadAll(CancellationToken.None).Therapists;

        clock.Now = clock.Now.AddDays(DemoSeed.RefreshAfterDays + 1);

        Assert.Equal(SeedOutcome.Refreshed, await SeedAsync(store));
        var after = store.Reader.ReadAll(CancellationToken.None).Therapists;
        Assert.Equal(before.Select(therapist => (therapist.Id, therapist.Name.Value)), after.Select(therapist => (therapist.Id, therapist.Name.Value)));
        Assert.Equal(
            before.Select(therapist => therapist.Exclusion?.From.AsOf.AddDays(DemoSeed.RefreshAfterDays + 1)), after.Select(therapist => therapist.Exclusion?.From.AsOf));
    }

    [Fact]
    public async Task Whoever_wants_no_demonstration_gets_the_knowledge_only_for_good()
    {
        await using var store = await StoreAsync();

        Assert.Equal(SeedOutcome.LeftAsItIs, await SeedAsync(store, SeedKind.None));
        Assert.Equal(SeedOutcome.LeftAsItIs, await SeedAsync(store, SeedKind.Demo));

        var snapshot = store.Reader.ReadAll(CancellationToken.None);
        Assert.Empty(snapshot.Therapists);
        Assert.NotEmpty(snapshot.Knowledge.Rows.Modalities);
    }

    [Fact]
    public async Task A_demonstration_that_was_removed_does_not_come_back()
    {
        await using var store = await StoreAsync();
        await SeedAsync(store);
        await store.Get<DemoRemoval>().RemoveAsync(CancellationToken.None);

        Assert.Equal(SeedOutcome.LeftAsItIs, await SeedAsync(store));
        Assert.Empty(store.Reader.ReadAll(CancellationToken.None).Therapists);
    }

    [Fact]
    public async Task Damaged_seed_data_is_named()
    {
        await using var store = await StoreAsync();
        await File.AppendAllTextAsync(Path.Combine(seedData, "demo", "organizations.csv"), "broken\n");

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => SeedAsync(store));
        Assert.Contains("organizations.csv, row 8", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(seedData, recursive: true);

    private static string MakeSmallSeed()
    {
        var directory = Directory.CreateTempSubdirectory("seed-").FullName;
        foreach (var folder in new[] { "knowledge", "insurers" })
        {
            Directory.CreateDirectory(Path.Combine(directory, folder));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(ImportFiles.SeedData, folder)))
                File.Copy(file, Path.Combine(directory, folder, Path.GetFileName(file)));
        }

        DemoGenerator.Write(Path.Combine(directory, "demo"), People, DemoGenerator.DefaultSeed, ImportFiles.Places.Value, ImportFiles.Knowledge.Value);
        return directory;
    }

    private Task<TemporaryStore> StoreAsync() => TemporaryStore.CreateAsync(configure: services => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(ImportFiles.Places.Value)
        .AddSingleton(ImportFiles.Places)
        .AddImport(FileReaders.Read)
        .AddSingleton<DemoSeed>());

    private Task<SeedOutcome> SeedAsync(TemporaryStore store, SeedKind wanted = SeedKind.Demo) =>
        store.Get<DemoSeed>().SeedAsync(seedData, wanted, progress: null, CancellationToken.None);

    private sealed class SettableClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
