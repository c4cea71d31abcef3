using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Import;

/// <summary>An importer over a store of its own, whose "files" are handed in already read.</summary>
internal sealed class ImportBench : IAsyncDisposable
{
    private readonly string file = Path.GetTempFileName();
    private FileContent next = new() { Rows = 0 };
    private Action<ImportErrors> judge = _ => { };

    private ImportBench()
    {
    }

    public static Organization Guild { get; } = new(Code<Organization>.Parse("demo-guild"), "Demo Guild", "trade-organisation", null, Synthetic: true);

    public static Organization RealRegister { get; } = new(Code<Organization>.Parse("state-register"), "State Register", "membership-register", null, Synthetic: false);

    public TemporaryStore Store { get; private set; } = null!;

    /// <summary>The organisations are on file; nobody else is.</summary>
    public static async Task<ImportBench> CreateAsync(Action<IServiceCollection>? configure = null)
    {
        var bench = new ImportBench();
        bench.Store = await TemporaryStore.CreateAsync(configure: services =>
        {
            services.AddSingleton(Shipped.Places).AddImport((_, _, _, facts, errors) =>
            {
                bench.judge(errors);
                return bench.next.SayTo(facts);
            });
            configure?.Invoke(services);
        });
        await bench.ImportAsync(new FileContent { Rows = 3, Organizations = [People.AllianceOrganization, Guild, RealRegister] }, ImportFormat.Organizations, by: null);
        return bench;
    }

    public Task<ImportReport> ImportAsync(
        FileContent staged, ImportFormat format, Code<Organization>? by, bool dryRun = false, bool force = false, Action<ImportErrors>? judged = null,
        IProgress<ImportProgress>? progress = null)
    {
        next = staged;
        judge = judged ?? (_ => { });
        var request = new ImportRequest { Path = file, Format = format, Organization = by, DryRun = dryRun, Force = force };
        return Store.Get<Importer>().ImportAsync(request, progress, CancellationToken.None);
    }

    public Task<ImportReport> ImportAsync(params SourceRecord[] records) => ImportMembersAsync(records);

    public Task<ImportReport> ImportMembersAsync(SourceRecord[] records, bool dryRun = false, bool force = false) => ImportAsync(
        new FileContent { Rows = records.Length, Records = [.. records] }, ImportFormat.Members, records[0].Organization, dryRun, force);

    public Task<ImportReport> ImportAsync(params Verification[] entries) => ImportAsync(
        new FileContent { Rows = entries.Length, Verifications = [.. entries] }, ImportFormat.Verifications, entries[0].CheckedBy);

    public Task<ImportReport> ImportAsync(KnowledgeRows knowledge) =>
        ImportAsync(new FileContent { Rows = 7, Knowledge = knowledge }, ImportFormat.Knowledge, by: null);

    public DirectorySnapshot Read() => Store.Reader.ReadAll(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        File.Delete(file);
    }
}
