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

    private static readonly string[] KnowledgeFolders = ["knowledge", "insurers"];

    /// <summary>
    /// Reads the tables into a store that has none, or that has those of another release: corrected rows reach every store. Whatever
    /// tables an operator imported stay.
    /// </summary>
    /// <exception cref="InvalidDataException">The seed data is damaged.</exception>
    public async Task EnsureKnowledgeAsync(string seedData, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var digest = await FileDigest.OfAsync(KnowledgeFolders.Select(folder => Path.Combine(seedData, folder)), cancellationToken);
        if (TakesShippedKnowledge(digest))
            await ImportAsync(new ImportBatch([KnowledgeOf(seedData)], ShippedKnowledgeDigest: digest), progress, cancellationToken);
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
            await state.MarkAsync(SeedKind.None, demoImportedOn: null, cancellationToken);
            return SeedOutcome.NotWanted;
        }

        if (await HoldsRealPeopleAsync(cancellationToken))
            return SeedOutcome.KeptOutOfRealData;
        var directory = Path.Combine(seedData, "demo");
        await ImportAsync(new ImportBatch([OrganizationsOf(directory)]), progress, cancellationToken);
        await ImportAsync(new ImportBatch([.. FilesOf(directory)], ForgetInventedChecks: true), progress, cancellationToken);
        await state.MarkAsync(SeedKind.Demo, today, cancellationToken);
        return before.Kind is null ? SeedOutcome.Seeded : SeedOutcome.Refreshed;
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

    private bool TakesShippedKnowledge(string digest)
    {
        using var connection = connections.Open();
        var stored = StoreStateRow.Read(connection);
        return stored.KnowledgeVersion == KnowledgeStore.NoVersion
            || (stored.KnowledgeVersion == stored.ShippedKnowledgeVersion && stored.ShippedKnowledgeDigest != digest);
    }

    private async Task ImportAsync(ImportBatch batch, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var report in await importer.ImportAllAsync(batch, progress, cancellationToken))
        {
            if (!report.Succeeded)
                throw new InvalidDataException($"The seed data cannot be imported: {report.Errors[0].File}, row {report.Errors[0].Row}: {report.Errors[0].Message}");
        }
    }
}
