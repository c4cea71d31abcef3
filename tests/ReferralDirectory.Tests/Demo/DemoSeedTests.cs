using ReferralDirectory.Demo;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Import.Registers;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Demo;

public sealed class DemoSeedTests : IDisposable
{
    private readonly SmallSeed seed = new();
    private readonly ManualClock clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_new_store_is_filled_with_knowledge_and_invented_people()
    {
        await using var store = await StoreAsync();

        Assert.Equal(SeedOutcome.Seeded, await SeedAsync(store));

        var snapshot = store.Reader.ReadAll(CancellationToken.None);
        Assert.Equal(SmallSeed.People, snapshot.Therapists.Length);
        Assert.All(snapshot.Therapists, therapist => Assert.True(therapist.Synthetic));
        Assert.Equal(Shipped.Knowledge.Version, snapshot.Knowledge.Version);
        Assert.Contains(snapshot.Therapists, therapist => therapist.Licences.Any(licence => licence.CheckedOn > new DateOnly(2026, 2, 1)));
    }

    [Fact]
    public async Task A_second_start_changes_nothing_while_the_demonstration_is_fresh()
    {
        await using var store = await StoreAsync();
        await SeedAsync(store);
        var revision = store.Reader.ReadRevision();

        clock.Advance(TimeSpan.FromDays(DemoSeed.RefreshAfterDays));

        Assert.Equal(SeedOutcome.LeftAsItIs, await SeedAsync(store));
        Assert.Equal(revision, store.Reader.ReadRevision());
    }

    [Fact]
    public async Task An_old_demonstration_is_renewed_with_the_same_people_and_newer_checks()
    {
        await using var store = await StoreAsync();
        await SeedAsync(store);
        var before = store.Reader.ReadAll(CancellationToken.None).Therapists;

        clock.Advance(TimeSpan.FromDays(DemoSeed.RefreshAfterDays + 1));

        Assert.Equal(SeedOutcome.Refreshed, await SeedAsync(store));
        var after = store.Reader.ReadAll(CancellationToken.None).Therapists;
        Assert.Equal(before.Select(therapist => (therapist.Id, therapist.Name.Value)), after.Select(therapist => (therapist.Id, therapist.Name.Value)));
        Assert.Equal(
            before.Select(therapist => therapist.Exclusion?.From.AsOf.AddDays(DemoSeed.RefreshAfterDays + 1)), after.Select(therapist => therapist.Exclusion?.From.AsOf));
    }

    [Fact]
    public async Task What_registers_say_of_invented_people_stays_when_the_demonstration_is_renewed()
    {
        await using var store = await StoreAsync();
        await SeedAsync(store);
        foreach (var (file, format) in new[] { ("nppes-SYNTHETIC.csv", ImportFormat.Nppes), ("leie-SYNTHETIC.csv", ImportFormat.Leie) })
        {
            var request = new ImportRequest { Path = RegisterBench.Fixture(file), Format = format, Feed = new FeedOptions { AsOf = new DateOnly(2026, 6, 1) } };
            Assert.True((await store.Get<Importer>().ImportAsync(request, progress: null, CancellationToken.None)).Succeeded);
        }

        var before = OfNppes();
        Assert.Contains(before, person => person.Exclusion?.Status == ExclusionStatus.Excluded);

        clock.Advance(TimeSpan.FromDays(DemoSeed.RefreshAfterDays + 1));
        Assert.Equal(SeedOutcome.Refreshed, await SeedAsync(store));

        Assert.Equal(before, OfNppes());

        List<(Npi? Npi, ExclusionCheck? Exclusion)> OfNppes() =>
        [
            .. store.Reader.ReadAll(CancellationToken.None).Therapists
                .Where(therapist => therapist.Name.From.Source == Registers.Nppes.Id.Value).Select(therapist => (therapist.Npi?.Value, therapist.Exclusion)),
        ];
    }

    [Fact]
    public async Task Whoever_wants_no_demonstration_gets_the_knowledge_only_for_good()
    {
        await using var store = await StoreAsync();

        Assert.Equal(SeedOutcome.NotWanted, await SeedAsync(store, SeedKind.None));
        Assert.Equal(SeedOutcome.NotWanted, await SeedAsync(store, SeedKind.Demo));

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

        Assert.Equal(SeedOutcome.NotWanted, await SeedAsync(store));
        Assert.Empty(store.Reader.ReadAll(CancellationToken.None).Therapists);
    }

    [Fact]
    public async Task Real_checks_alone_keep_the_invented_people_out()
    {
        await using var store = await StoreAsync();
        await store.WriteAsync(unit =>
        {
            using (var organizations = new RowInserter<OrganizationRow>(unit.Context))
                organizations.Insert(OrganizationRow.Of(ImportBench.RealRegister));
            var check = People.Check(SubjectKey.Of(People.NpiOf(1))) with { CheckedBy = ImportBench.RealRegister.Id };
            using var ledger = new RowInserter<LedgerRow>(unit.Context);
            ledger.Insert(LedgerMapping.ToRow(check, LedgerMapping.FingerprintOf(check), unit.NewLedgerId(), importId: 1, synthetic: false));
        });

        Assert.Equal(SeedOutcome.KeptOutOfRealData, await SeedAsync(store));
        Assert.Empty(store.Reader.ReadAll(CancellationToken.None).Therapists);
    }

    [Fact]
    public async Task Tables_that_a_newer_release_corrected_reach_a_store_that_has_the_older_ones()
    {
        await using var store = await StoreAsync();
        await EnsureKnowledgeAsync(store);
        var revision = store.Reader.ReadRevision();
        await EnsureKnowledgeAsync(store);
        Assert.Equal(revision, store.Reader.ReadRevision());

        seed.Correct("can feel intense", "may feel intense");
        await EnsureKnowledgeAsync(store);

        Assert.Equal(revision + 1, store.Reader.ReadRevision());
        Assert.Contains(store.Reader.ReadKnowledge().Rows.Modalities, row => row.Description.Contains("may feel intense", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tables_of_an_operator_stay_whatever_a_newer_release_ships()
    {
        await using var store = await StoreAsync();
        await EnsureKnowledgeAsync(store);
        using var own = new SmallSeed();
        own.Correct("can feel intense", "is intense");
        await store.Get<Importer>().ImportAsync(new ImportRequest { Path = own.Path, Format = ImportFormat.Knowledge }, progress: null, CancellationToken.None);

        seed.Correct("can feel intense", "may feel intense");
        await EnsureKnowledgeAsync(store);

        Assert.Contains(store.Reader.ReadKnowledge().Rows.Modalities, row => row.Description.Contains("is intense", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_older_release_that_is_run_once_more_puts_nothing_back()
    {
        await using var store = await StoreAsync();
        using var older = new SmallSeed();
        seed.Correct("can feel intense", "may feel intense");
        await EnsureKnowledgeAsync(store);

        await store.Get<DemoSeed>().EnsureKnowledgeAsync(older.Path, progress: null, CancellationToken.None);

        Assert.Contains(store.Reader.ReadKnowledge().Rows.Modalities, row => row.Description.Contains("may feel intense", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tables_that_an_operator_imports_while_a_newer_release_starts_stay()
    {
        await using var store = await StoreAsync();
        await EnsureKnowledgeAsync(store);
        using var own = new SmallSeed();
        own.Correct("can feel intense", "is intense");
        seed.Correct("can feel intense", "may feel intense");

        await store.Get<DemoSeed>().EnsureKnowledgeAsync(seed.Path, new AtReading(1, () => store.Get<Importer>().ImportAsync(
            new ImportRequest { Path = own.Path, Format = ImportFormat.Knowledge }, progress: null, CancellationToken.None)), CancellationToken.None);

        Assert.Contains(store.Reader.ReadKnowledge().Rows.Modalities, row => row.Description.Contains("is intense", StringComparison.Ordinal));
        await EnsureKnowledgeAsync(store);
        Assert.Contains(store.Reader.ReadKnowledge().Rows.Modalities, row => row.Description.Contains("is intense", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public async Task A_demonstration_that_is_removed_while_it_comes_in_or_is_renewed_stays_out(int batch, bool isThereAlready)
    {
        await using var store = await StoreAsync();
        await EnsureKnowledgeAsync(store);
        if (isThereAlready)
        {
            await SeedAsync(store);
            clock.Advance(TimeSpan.FromDays(DemoSeed.RefreshAfterDays + 1));
        }

        var outcome = await store.Get<DemoSeed>().SeedAsync(
            seed.Path, SeedKind.Demo, new AtReading(batch, () => store.Get<DemoRemoval>().RemoveAsync(CancellationToken.None)), CancellationToken.None);

        Assert.Equal(SeedOutcome.LeftAsItIs, outcome);
        Assert.Equal(new Seeding(SeedKind.None, null), store.Get<SeedState>().Read());
        Assert.Empty(store.Reader.ReadAll(CancellationToken.None).Therapists);
        Assert.Empty(store.Reader.ReadAll(CancellationToken.None).Organizations);
    }

    [Fact]
    public async Task A_demonstration_that_is_declined_while_another_start_brings_it_in_stays()
    {
        await using var store = await StoreAsync();
        await SeedAsync(store);

        await store.Get<SeedState>().DeclineAsync(CancellationToken.None);

        Assert.Equal(SeedKind.Demo, store.Get<SeedState>().Read().Kind);
    }

    [Fact]
    public void The_list_of_shipped_versions_ends_with_that_of_the_tables()
    {
        var (shipped, tables) = (ShippedKnowledge.Read(Shipped.SeedData).Current, Shipped.Knowledge.Version);

        Assert.True(shipped == tables, $"The tables changed: append the line {tables} to seed-data/knowledge/{ShippedKnowledge.FileName}, or no store will take them.");
    }

    [Fact]
    public async Task Damaged_seed_data_is_named()
    {
        await using var store = await StoreAsync();
        await File.AppendAllTextAsync(seed.PathOf("demo", "organizations.csv"), "broken\n");

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => SeedAsync(store));
        Assert.Contains("organizations.csv, row 8", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        seed.Dispose();
        clock.Dispose();
    }

    private Task<TemporaryStore> StoreAsync() => seed.StoreAsync(clock);

    private Task EnsureKnowledgeAsync(TemporaryStore store) => store.Get<DemoSeed>().EnsureKnowledgeAsync(seed.Path, progress: null, CancellationToken.None);

    private async Task<SeedOutcome> SeedAsync(TemporaryStore store, SeedKind wanted = SeedKind.Demo)
    {
        await EnsureKnowledgeAsync(store);
        return await store.Get<DemoSeed>().SeedAsync(seed.Path, wanted, progress: null, CancellationToken.None);
    }

    /// <summary>Does something else to the store when the n-th batch of files is about to be read.</summary>
    private sealed class AtReading(int batch, Func<Task> meanwhile) : IProgress<ImportProgress>
    {
        private int seen;

        public void Report(ImportProgress value)
        {
            if (value is { Stage: ImportStage.Reading, Done: 0 } && ++seen == batch)
                meanwhile().GetAwaiter().GetResult();
        }
    }
}
