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
    /// <summary>Nothing was to be done: invented people are there and fresh, were removed, or are not wanted.</summary>
    LeftAsItIs,

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
internal sealed class DemoSeed(Importer importer, SeedState state, SnapshotReader snapshots, IDbContextFactory<DirectoryContext> contexts, TimeProvider time)
{
    /// <summary>Checks of the exclusion list lapse after 31 days: older demonstrations would lose their tiers.</summary>
    public const int RefreshAfterDays = 14;

    /// <summary>Reads the tables into a store that has none. Whatever tables an operator imported stay.</summary>
    /// <exception cref="InvalidDataException">The seed data is damaged.</exception>
    public async Task EnsureKnowledgeAsync(string seedData, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (snapshots.ReadKnowledge().Version == KnowledgeStore.NoVersion)
            await ImportAsync(seedData, ImportFormat.Knowledge, organization: null, progress, cancellationToken);
    }

    /// <exception cref="InvalidDataException">The seed data is damaged.</exception>
    public async Task<SeedOutcome> SeedAsync(string seedData, SeedKind wanted, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await EnsureKnowledgeAsync(seedData, progress, cancellationToken);
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var before = await state.ReadAsync(cancellationToken);
        if (before.Kind == SeedKind.None || (before.Kind == SeedKind.Demo && IsFresh(before.DemoImportedOn, today)))
            return SeedOutcome.LeftAsItIs;
        if (before.Kind is null && wanted == SeedKind.None)
        {
            await state.MarkAsync(SeedKind.None, demoImportedOn: null, cancellationToken);
            return SeedOutcome.LeftAsItIs;
        }

        if (await HoldsRealPeopleAsync(cancellationToken))
            return SeedOutcome.KeptOutOfRealData;
        foreach (var (path, format, organization) in FilesOf(Path.Combine(seedData, "demo")))
            await ImportAsync(path, format, organization, progress, cancellationToken);
        await state.MarkAsync(SeedKind.Demo, today, cancellationToken);
        return before.Kind is null ? SeedOutcome.Seeded : SeedOutcome.Refreshed;
    }

    private static bool IsFresh(DateOnly? importedOn, DateOnly today) => importedOn is { } day && today.DayNumber - day.DayNumber <= RefreshAfterDays;

    /// <summary>
    /// Organisations first. The order of the rest does not matter for the result; checks before people means that nobody has to be
    /// resolved once more for each file of checks.
    /// </summary>
    private static IEnumerable<(string Path, ImportFormat Format, Code<Organization>? Organization)> FilesOf(string directory)
    {
        yield return (Path.Combine(directory, DemoGenerator.OrganizationsFile), ImportFormat.Organizations, null);
        foreach (var path in Directory.EnumerateFiles(directory, $"{DemoGenerator.VerificationsPrefix}*.csv").Order(StringComparer.Ordinal))
            yield return (path, ImportFormat.Verifications, Code<Organization>.Parse(DemoOrganizations.VerificationOffice));
        foreach (var list in DemoOrganizations.Lists)
            yield return (Path.Combine(directory, $"{DemoGenerator.MembersPrefix}{list.Id}.csv"), ImportFormat.Members, Code<Organization>.Parse(list.Id));
    }

    private async Task<bool> HoldsRealPeopleAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SourceRecords.AnyAsync(row => !row.Synthetic, cancellationToken);
    }

    private async Task ImportAsync(
        string path, ImportFormat format, Code<Organization>? organization, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var report = await importer.ImportAsync(new ImportRequest { Path = path, Format = format, Organization = organization }, progress, cancellationToken);
        if (!report.Succeeded)
            throw new InvalidDataException($"The seed data cannot be imported: {report.Errors[0].File}, row {report.Errors[0].Row}: {report.Errors[0].Message}");
    }
}
