using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Demo;

/// <summary>What a start found or did.</summary>
internal enum SeedOutcome
{
    /// <summary>Invented people are there, and fresh.</summary>
    LeftAsItIs,

    /// <summary>Invented people are not wanted in this store: they were removed, or it was begun without them.</summary>
    NotWanted,

    Seeded,

    /// <summary>The same people with days that count from today.</summary>
    Refreshed,

    /// <summary>The store holds real people: invented ones stay out.</summary>
    KeptOutOfRealData,
}

/// <summary>
/// Fills a new store from <c>seed-data</c> through the same way in as any other data: the knowledge tables always, the invented people
/// unless they are not wanted. A start that was cut short begins anew; what was stored already is then unchanged.
/// </summary>
internal sealed class DemoSeed(Importer importer, SeedState state, IDbContextFactory<DirectoryContext> contexts, StoreConnections connections, TimeProvider time)
{
    /// <summary>Checks of the exclusion list lapse after 31 days: older demonstrations would lose their tiers.</summary>
    public const int RefreshAfterDays = 14;

    /// <summary>
    /// Reads the tables into a store that has none, or that has those of an earlier release: corrected rows reach every store. Whatever
    /// tables an operator or a later release imported stay.
    /// </summary>
    /// <exception cref="InvalidDataException">The seed data is damaged.</exception>
    public async Task EnsureKnowledgeAsync(string seedData, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var shipped = ShippedKnowledge.Read(seedData);
        using (var connection = connections.Open())
        {
            if (!shipped.Supersedes(StoreStateRow.Read(connection)))
                return;
        }

        var batch = new ImportBatch([KnowledgeOf(seedData)]) { OnlyIf = shipped.Supersedes, Mark = store => store.ShippedKnowledgeVersion = store.KnowledgeVersion };
        await ImportAsync(batch, progress, cancellationToken);
    }

    /// <summary>Renews the demonstration when it is there and old; whether one is wanted was decided at the start.</summary>
    /// <exception cref="InvalidDataException">The seed data is damaged.</exception>
    public async Task<SeedOutcome> RefreshAsync(string seedData, CancellationToken cancellationToken) =>
        state.Read().Kind == SeedKind.Demo
            ? await SeedAsync(seedData, SeedKind.Demo, progress: null, cancellationToken)
            : SeedOutcome.NotWanted;

    /// <summary>Brings the demonstration in or up to date. <see cref="EnsureKnowledgeAsync"/> comes before it.</summary>
    /// <exception cref="InvalidDataException">The seed data is damaged.</exception>
    public async Task<SeedOutcome> SeedAsync(string seedData, SeedKind wanted, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var before = state.Read();
        if (before.Kind == SeedKind.None)
            return SeedOutcome.NotWanted;
        if (before.Kind == SeedKind.Demo && IsFresh(before.DemoImportedOn, today))
            return SeedOutcome.LeftAsItIs;
        if (before.Kind is null && wanted == SeedKind.None)
        {
            await state.DeclineAsync(cancellationToken);
            return SeedOutcome.NotWanted;
        }

        if (await HoldsRealPeopleAsync(cancellationToken))
            return SeedOutcome.KeptOutOfRealData;
        var directory = Path.Combine(seedData, "demo");
        var organizations = new ImportBatch([OrganizationsOf(directory)]) { OnlyIf = IsAsBefore };
        var people = new ImportBatch([.. FilesOf(directory)])
        {
            ForgetInventedChecks = true,
            OnlyIf = IsAsBefore,
            Mark = store => (store.Seed, store.DemoImportedOn) = (SeedKind.Demo, today),
        };
        if (!await ImportAsync(organizations, progress, cancellationToken) || !await ImportAsync(people, progress, cancellationToken))
            return SeedOutcome.LeftAsItIs;
        return before.Kind is null ? SeedOutcome.Seeded : SeedOutcome.Refreshed;

        // The demonstration may be removed, or brought in by another process, at any moment.
        bool IsAsBefore(StoreStateRow store) => new Seeding(store.Seed, store.DemoImportedOn) == before;
    }

    private static bool IsFresh(DateOnly? importedOn, DateOnly today) => importedOn is { } day && today.DayNumber - day.DayNumber <= RefreshAfterDays;

    private static ImportRequest KnowledgeOf(string seedData) => new() { Path = seedData, Format = ImportFormat.Knowledge };

    /// <summary>They come first: whoever speaks must be known.</summary>
    private static ImportRequest OrganizationsOf(string directory) =>
        new() { Path = Path.Combine(directory, DemoGenerator.OrganizationsFile), Format = ImportFormat.Organizations };

    private static IEnumerable<ImportRequest> FilesOf(string directory)
    {
        foreach (var list in DemoOrganizations.Lists.Select(list => list.Id))
        {
            var path = Path.Combine(directory, $"{DemoGenerator.MembersPrefix}{list}.csv");
            yield return new ImportRequest { Path = path, Format = ImportFormat.Members, Organization = Code<Organization>.Parse(list) };
        }

        foreach (var path in Directory.EnumerateFiles(directory, $"{DemoGenerator.VerificationsPrefix}*.csv").Order(StringComparer.Ordinal))
            yield return new ImportRequest { Path = path, Format = ImportFormat.Verifications, Organization = Code<Organization>.Parse(DemoOrganizations.VerificationOffice) };
    }

    private async Task<bool> HoldsRealPeopleAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return DemoSeparation.HoldsAny(context, synthetic: false);
    }

    /// <returns>False when the store had moved on, and nothing was stored.</returns>
    private async Task<bool> ImportAsync(ImportBatch batch, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var reports = await importer.ImportAllAsync(batch, progress, cancellationToken);
        foreach (var report in reports)
        {
            if (!report.Succeeded)
                throw new InvalidDataException($"The seed data cannot be imported: {report.Errors[0].File}, row {report.Errors[0].Row}: {report.Errors[0].Message}");
        }

        return reports.Count > 0;
    }
}
