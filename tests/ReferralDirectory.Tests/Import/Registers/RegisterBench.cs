using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Linking;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reviews;
using ReferralDirectory.Store.Rows;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>A store of its own, into which the files of registers are read as the product reads them.</summary>
internal sealed class RegisterBench : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    private RegisterBench()
    {
    }

    public TemporaryStore Store { get; private set; } = null!;

    public static async Task<RegisterBench> CreateAsync() => new()
    {
        Store = await TemporaryStore.CreateAsync(configure: services => services
            .AddSingleton<TimeProvider>(new ManualClock(new DateTimeOffset(Today, new TimeOnly(12, 0), TimeSpan.Zero)))
            .AddSingleton(Shipped.Places)
            .AddImport(FileReaders.Read)
            .AddReviews()
            .AddLinking()),
    };

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Import", "Registers", "Fixtures", name);

    /// <param name="format">Of the file.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="daysAgo">The day of which it is true.</param>
    /// <param name="feed">All else that is said of it.</param>
    /// <param name="dryRun">Keep nothing.</param>
    /// <param name="organization">Who says so.</param>
    /// <param name="force">Against the doubts of the import.</param>
    public Task<ImportReport> ImportAsync(
        ImportFormat format, string path, int daysAgo = 0, FeedOptions? feed = null, bool dryRun = false, Code<Organization>? organization = null, bool force = false) =>
        Store.Get<Importer>().ImportAsync(
            new ImportRequest
            {
                Path = path,
                Format = format,
                Organization = organization,
                DryRun = dryRun,
                Force = force,
                Feed = (feed ?? new FeedOptions()) with { AsOf = Today.AddDays(-daysAgo) },
            },
            progress: null, CancellationToken.None);

    /// <summary>Reads a file of the lines.</summary>
    /// <inheritdoc cref="ImportAsync"/>
    public async Task<ImportReport> ImportTextAsync(
        ImportFormat format, string text, int daysAgo = 0, FeedOptions? feed = null, Code<Organization>? organization = null, bool force = false, string name = "list-SYNTHETIC.csv")
    {
        var directory = Directory.CreateTempSubdirectory("referral-directory-");
        try
        {
            var path = Path.Combine(directory.FullName, name);
            await File.WriteAllTextAsync(path, text);
            return await ImportAsync(format, path, daysAgo, feed, organization: organization, force: force);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    public IReadOnlyList<TherapistProfile> Therapists() => Store.Reader.ReadAll(CancellationToken.None).Therapists;

    public TherapistProfile? Find(string npi) => Therapists().FirstOrDefault(therapist => therapist.Npi?.Value.ToString() == npi);

    public async Task<List<LedgerRow>> LedgerAsync(VerificationAspect aspect)
    {
        await using var context = Store.Open();
        return await context.Ledger.AsNoTracking().Where(row => row.Aspect == aspect).OrderBy(row => row.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
