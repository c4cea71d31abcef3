using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reports;
using ReferralDirectory.Reviews;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Reports;

/// <summary>One therapist in Syracuse, of whom two organisations publish the same, on Friday, 20 November 2026.</summary>
internal sealed class ReportBench : IAsyncDisposable
{
    public const int Person = 2;

    private ReportBench()
    {
    }

    public static DateOnly Today { get; } = new(2026, 11, 20);

    public static Code<Insurer> Aetna { get; } = Code<Insurer>.Parse("aetna");

    public static SourceRecord Record { get; } = People.Record("M1", Person) with
    {
        Networks = [new NetworkFact(Aetna, null, true, null, null, null, null, People.From())],
        Places = [People.Place(Person) with { Accepting = new Sourced<AcceptingPatients>(AcceptingPatients.Yes, People.From()) }],
    };

    /// <summary>The same again, as a later list says it.</summary>
    public static SourceRecord RecordOf(DateOnly day)
    {
        var from = Record.Membership.From with { AsOf = day };
        var place = Record.Places[0];
        return Record with
        {
            AsOf = day,
            Membership = Record.Membership with { From = from },
            Places = [place with { From = from, Accepting = place.Accepting with { From = from } }],
            Networks = [Record.Networks[0] with { Source = from }],
        };
    }

    public ImportBench Import { get; private set; } = null!;

    public ManualClock Clock { get; } = new(new DateTimeOffset(Today, new TimeOnly(12, 0), TimeSpan.Zero));

    public TherapistProfile Therapist => Assert.Single(Import.Read().Therapists);

    public static async Task<ReportBench> CreateAsync(params SourceRecord[] records)
    {
        var bench = new ReportBench();
        bench.Import = await ImportBench.CreateAsync(services =>
        {
            services.AddSingleton<TimeProvider>(bench.Clock).AddReviews();
            services.AddReports();
        });
        foreach (var record in records.Length > 0 ? records : [Record, People.Record("G1", Person, ImportBench.Guild.Id) with { Places = Record.Places }])
            await bench.Import.ImportAsync(record);
        return bench;
    }

    public Task<ReportRow> FileAsync(string household, ReportKind kind = ReportKind.WrongPhone, string? comment = null, TherapistId? therapist = null)
    {
        ZipCode? zip = ReportedTherapists.IsOfPlace(kind) ? People.Zip("13202") : null;
        var matter = new ReportMatter(therapist ?? Therapist.Id, kind, zip, kind == ReportKind.NotInNetwork ? Aetna : null);
        return Import.Store.Get<ReportFiling>().FileAsync(matter, comment, household, CancellationToken.None);
    }

    /// <summary>Two households say the same.</summary>
    public async Task DisputeAsync(ReportKind kind = ReportKind.WrongPhone)
    {
        await FileAsync("household 1", kind);
        await FileAsync("household 2", kind);
    }

    public Task<IReadOnlyList<Review>> ReviewsAsync(bool withDecided = false) => Import.Store.Get<ReviewQueue>().ReadAsync(withDecided, CancellationToken.None);

    public Task<string?> DecideAsync(string id, ReportAnswer answer, string reason = "K. Reed rang them.") =>
        Import.Store.Get<ReviewDecisions>().DecideAsync(id, EnumWords.Of(answer), reason, CancellationToken.None);

    public async Task<List<ReportRow>> StoredAsync()
    {
        await using var context = Import.Store.Open();
        return await context.Reports.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public async Task<List<LedgerRow>> LedgerAsync()
    {
        await using var context = Import.Store.Open();
        return await context.Ledger.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Import.DisposeAsync();
        Clock.Dispose();
    }
}
