using System.Globalization;
using System.IO.Compression;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>What the order file of ICD-10-CM does to the table of codes.</summary>
public sealed class Icd10ReleaseTests : IAsyncLifetime
{
    public static readonly string Excerpt = RegisterBench.Fixture("icd10cm-order-2026-excerpt.txt");

    private static readonly string[] Lines = File.ReadAllLines(Excerpt);

    private RegisterBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await RegisterBench.CreateAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Every_code_is_kept_with_its_title_and_whether_it_can_be_billed()
    {
        var report = await ImportAsync(Excerpt);

        Assert.True(report.Succeeded);
        Assert.Equal(("icd10cm", 60, 60, 0, 0), (report.Format, report.Rows, report.Added, report.Changed, report.Unchanged));
        var release = Release();
        Assert.Equal(60, release.Codes.Length);
        Assert.Equal(new Icd10Entry(Code("M545"), IsBillable: false, "Low back pain"), release.Find(Code("M54.5")));
        Assert.Equal(
            new Icd10Entry(Code("M5408"), IsBillable: true, "Panniculitis affecting regions of neck and back, sacral and sacrococcygeal region"), release.Find(Code("M54.08")));
    }

    [Fact]
    public async Task The_archive_is_read_as_it_was_downloaded()
    {
        using var archive = new TemporaryArchive("icd10cm-code-descriptions-FY2026.zip", [
            ("icd10cm-codes-2026.txt", "A000    Cholera\n"), ("icd10cm-order-addenda-2026.txt", "Add:         0 B880    Other acariasis\n"),
            ("icd10cm-order-2026.txt", string.Join("\r\n", Lines) + "\r\n"), ("icd10OrderFiles.pdf", "%PDF-1.7")]);

        var report = await ImportAsync(archive.Path);

        Assert.Equal((60, 60), (report.Rows, report.Added));
    }

    [Fact]
    public async Task An_archive_without_the_order_file_is_refused_and_so_is_a_broken_one()
    {
        using var other = new TemporaryArchive("other.zip", [("icd10cm-codes-2026.txt", "A000    Cholera\n")]);
        var broken = await bench.ImportTextAsync(ImportFormat.Icd10cm, "PK\u0003\u0004 broken off", force: true);

        Assert.Equal(("no-order-file", "icd10cm-codes-2026.txt"), CodeAndValue(await ImportAsync(other.Path)));
        Assert.Equal("broken-archive", Assert.Single(broken.Errors).Code);
    }

    [Fact]
    public async Task A_newer_release_takes_the_place_of_the_older_one_whole()
    {
        await ImportAsync(Excerpt, daysAgo: 300);
        string[] newer = [.. Lines.Take(59).Select(line => line.Replace("Low back pain, unspecified", "Backache, unspecified ....", StringComparison.Ordinal)), Line(60, "M5A", "Backache")];

        var report = await ImportLinesAsync(newer, daysAgo: 10);

        Assert.Equal((1, 2, 58), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal("1", Assert.Single(report.Warnings, warning => warning.Code == "codes-left").Value);
        Assert.Null(Release().Find(Code("M79.7")));
        Assert.Equal("Backache", Release().Find(Code("M5A"))?.Title);
        Assert.Equal("Backache, unspecified ....", Release().Find(Code("M54.50"))?.Title);
        Assert.Equal(RegisterBench.Today.AddDays(-10), Release().From);
    }

    [Fact]
    public async Task An_older_release_is_refused_and_the_same_one_changes_nothing()
    {
        await ImportAsync(Excerpt, daysAgo: 10);
        var before = Release();

        Assert.Equal("older-file", Assert.Single((await ImportAsync(Excerpt, daysAgo: 11)).Errors).Code);
        var again = await ImportAsync(Excerpt, daysAgo: 10);

        Assert.Equal((null, 60), (again.Id?.Value, again.Unchanged));
        Assert.Same(before, Release());
    }

    [Fact]
    public async Task A_dry_run_counts_the_same_and_keeps_nothing()
    {
        var report = await bench.ImportAsync(ImportFormat.Icd10cm, Excerpt, dryRun: true, force: true);

        Assert.Equal((null, 60), (report.Id?.Value, report.Added));
        Assert.True(Release().IsEmpty);
    }

    [Fact]
    public async Task The_knowledge_tables_stay_as_they_are()
    {
        await bench.ImportAsync(ImportFormat.Knowledge, Shipped.SeedData);
        var before = bench.Store.Reader.ReadState();

        var report = await ImportAsync(Excerpt);

        var after = bench.Store.Reader.ReadState();
        Assert.Equal((before.Knowledge.Version, before.Revision + 1), (after.Knowledge.Version, after.Revision));
        Assert.Equal(after.Revision, report.Revision);
        await using var context = bench.Store.Open();
        Assert.Null(StoreStateRow.Read(Opened(context)).ShippedKnowledgeVersion);
    }

    [Fact]
    public async Task A_file_with_fewer_codes_than_any_release_is_taken_for_a_broken_download()
    {
        var report = await bench.ImportAsync(ImportFormat.Icd10cm, Excerpt);

        Assert.Equal(("truncated-file", "60"), CodeAndValue(report));
        Assert.Contains("--force", report.Errors[0].Message, StringComparison.Ordinal);
        Assert.True(Release().IsEmpty);
    }

    [Theory]
    [InlineData(5, "00006 G4420 ", "6  cut-line 00006 G4420 ")]
    [InlineData(5, null, "6 order number lines-missing 00007")]
    [InlineData(5, "00004 G4420   0 Tension-type headache, unspecified                           Tension-type headache, unspecified", "6 order number lines-out-of-order 00004|7 order number lines-missing 00007")]
    [InlineData(5, "00006 A001    0 Tension-type headache, unspecified                           Tension-type headache, unspecified", "6 code duplicate-code A001")]
    [InlineData(5, "00006 G44.20  0 Tension-type headache, unspecified                           Tension-type headache, unspecified", "6 code bad-icd10-code G44.20")]
    [InlineData(5, "00006 G4420   X Tension-type headache, unspecified                           Tension-type headache, unspecified", "6 billable bad-mark X")]
    [InlineData(5, "x0006 G4420   0 Tension-type headache, unspecified                           Tension-type headache, unspecified", "6 order number bad-order-number x0006|7 order number lines-missing 00007")]
    [InlineData(5, "00006 G4420   0 Tension-type headache, unspecified                           Tension-type head", "6 long title cut-line Tension-type head")]
    public async Task What_is_wrong_with_a_line_is_told_with_its_place(int at, string? line, string told)
    {
        List<string> lines = [.. Lines];
        lines.RemoveAt(at);
        if (line is not null)
            lines.Insert(at, line);

        var report = await ImportLinesAsync(lines);

        Assert.Equal(told, string.Join('|', report.Errors.Select(error => $"{error.Row} {error.Column} {error.Code} {error.Value}")));
        Assert.All(report.Errors, error => Assert.EndsWith("download the file again.", error.Message, StringComparison.Ordinal));
        Assert.True(Release().IsEmpty);
    }

    [Fact]
    public async Task A_last_line_without_an_end_was_cut_however_whole_it_looks()
    {
        var report = await bench.ImportTextAsync(ImportFormat.Icd10cm, string.Join('\n', Lines), force: true);

        var error = Assert.Single(report.Errors);
        Assert.Equal((60, "cut-line"), (error.Row, error.Code));
    }

    [Theory]
    [InlineData("A000    Cholera due to Vibrio cholerae 01, biovar cholerae", "the list of codes, which does not tell what can be billed")]
    [InlineData("Add:         0 B880    Other acariasis", "the addenda, which tell changes only")]
    [InlineData("code,title", "something else")]
    public async Task The_publisher_s_other_files_are_told_by_their_first_line(string line, string kind)
    {
        var report = await ImportLinesAsync([line, line]);

        Assert.Equal(("wrong-file-type", kind), CodeAndValue(report));
        Assert.Contains("icd10cm-order-YEAR.txt", report.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_no_supplement() =>
        Assert.Equal("not-a-supplement", Assert.Single((await bench.ImportAsync(ImportFormat.Icd10cm, Excerpt, feed: new FeedOptions { Mode = FeedMode.Supplement })).Errors).Code);

    [Theory]
    [InlineData("icd10cm-order-2026.txt", "2025-10-01", 2026)]
    [InlineData("icd10cm-code-descriptions-FY2026.zip icd10cm_order_2026.txt", "2025-10-01", 2026)]
    [InlineData("april-1-2025-code-descriptions-tabular-order.zip icd10cm_order_2025.txt", "2025-04-01", 2025)]
    [InlineData("icd10cm-order-April-2025.txt", "2025-04-01", 2025)]
    public void The_names_say_from_which_day_the_codes_hold(string names, string day, int fiscalYear)
    {
        var from = Icd10ReleaseDay.Of(names.Split(' '), Context(asOf: null), new ImportErrors("codes.txt"));

        Assert.Equal(DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture), from);
        Assert.Equal(fiscalYear, new Icd10Release("v", from!.Value, []).FiscalYear);
    }

    [Theory]
    [InlineData("codes.txt", "missing-release")]
    [InlineData("icd10cm-order-2028.txt", "date-in-future")]
    public void A_release_of_no_day_or_of_one_to_come_is_refused(string name, string code)
    {
        var errors = new ImportErrors("codes.txt");

        Assert.Null(Icd10ReleaseDay.Of([name], Context(asOf: null), errors));
        Assert.Equal(code, Assert.Single(errors.Errors).Code);
    }

    [Fact]
    public void What_the_caller_says_comes_before_the_name() =>
        Assert.Equal(new DateOnly(2024, 10, 1), Icd10ReleaseDay.Of(["icd10cm-order-2026.txt"], Context(new DateOnly(2024, 10, 1)), new ImportErrors("codes.txt")));

    [Fact]
    public async Task The_whole_official_release_is_imported()
    {
        var titles = Icd10OrderFile.TitlesOrSkip();

        var report = await bench.ImportAsync(ImportFormat.Icd10cm, Environment.GetEnvironmentVariable(Icd10OrderFile.Variable)!);

        Assert.True(report.Succeeded, $"{report.Errors.FirstOrDefault()}");
        Assert.Equal((titles.Count, titles.Count), (report.Rows, report.Added));
        Assert.Equal(titles.OrderBy(title => title.Key, StringComparer.Ordinal), Release().Codes.Select(entry => KeyValuePair.Create(entry.Code.Value, entry.Title)));
        Assert.All(Shipped.Knowledge.Rows.Icd10Titles, row => Assert.Equal(row.Title, Release().Find(row.Code)?.Title));
    }

    private static ImportContext Context(DateOnly? asOf) =>
        new(Organization: null, RegisterBench.Today, Shipped.Knowledge, Shipped.Places) { Feed = new FeedOptions { AsOf = asOf } };

    private static Icd10Code Code(string text) => Icd10Code.TryParse(text, out var code) ? code : throw new ArgumentException("No code.", nameof(text));

    private static string Line(int number, string code, string title) => $"{number:D5} {code,-7} 1 {title,-60} {title}";

    private static (string Code, string? Value) CodeAndValue(ImportReport report)
    {
        var error = Assert.Single(report.Errors);
        return (error.Code, error.Value);
    }

    private Icd10Release Release() => bench.Store.Reader.ReadIcd10Release();

    private Task<ImportReport> ImportAsync(string path, int daysAgo = 0) => bench.ImportAsync(ImportFormat.Icd10cm, path, daysAgo, force: true);

    private Task<ImportReport> ImportLinesAsync(IEnumerable<string> lines, int daysAgo = 0) =>
        bench.ImportTextAsync(ImportFormat.Icd10cm, string.Concat(lines.Select(line => line + "\n")), daysAgo, force: true);

    private static Microsoft.Data.Sqlite.SqliteConnection Opened(ReferralDirectory.Store.DirectoryContext context)
    {
        context.Connection.Open();
        return context.Connection;
    }

    /// <summary>A file that is gone when the test ends.</summary>
    private sealed class TemporaryArchive : IDisposable
    {
        private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("referral-directory-");

        public TemporaryArchive(string name, IEnumerable<(string Name, string Text)> entries)
        {
            Path = System.IO.Path.Combine(directory.FullName, name);
            using var archive = ZipFile.Open(Path, ZipArchiveMode.Create);
            foreach (var (entry, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
                writer.Write(text);
            }
        }

        public string Path { get; }

        public void Dispose() => directory.Delete(recursive: true);
    }
}
