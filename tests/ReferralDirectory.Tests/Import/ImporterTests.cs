using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Import;

public sealed class ImporterTests
{
    [Fact]
    public async Task Members_become_therapists_in_the_order_of_the_file()
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync(People.Record("z-last", 1), People.Record("a-first", 2));

        Assert.Equal((2, 0, 0), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal(["Ortiz1", "Ortiz2"], bench.Read().Therapists.Select(therapist => therapist.Name.Value.Family));
        Assert.Equal([new TherapistId(1), new TherapistId(2)], bench.Read().Therapists.Select(therapist => therapist.Id));
    }

    [Fact]
    public async Task Members_of_a_long_list_become_therapists_in_the_order_of_the_file()
    {
        await using var bench = await ImportBench.CreateAsync();
        var members = Enumerable.Range(1, 2_500).Select(number => People.Record($"m{number}", number)).ToArray();

        await bench.ImportAsync(members);

        Assert.Equal(members.Select(member => member.Name.Family), bench.Read().Therapists.OrderBy(therapist => therapist.Id).Select(therapist => therapist.Name.Value.Family));
        Assert.Equal(Enumerable.Range(1, 2_500).Select(id => (long)id), bench.Read().Therapists.SelectMany(therapist => therapist.Listings).Select(listing => listing.Id.Value));
    }

    [Fact]
    public async Task While_a_file_is_read_it_is_told_how_many_entries_were_taken()
    {
        await using var bench = await ImportBench.CreateAsync();
        var heard = new List<int>();
        var members = Enumerable.Range(1, 2_500).Select(number => People.Record($"m{number}", number));

        await bench.ImportAsync(
            new FileContent { Rows = 2_500, Records = [.. members] }, ImportFormat.Members, People.Alliance,
            progress: new Synchronous(progress => heard.AddRange(progress.Stage == ImportStage.Reading ? [progress.Done] : [])));

        Assert.Equal([0, 1_000, 2_000], heard);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1), People.Record("m2", 2));
        await bench.ImportAsync(People.Check(SubjectKey.Of(People.NpiOf(1))));
        var before = StoreJson.Write(bench.Read());

        var members = await bench.ImportAsync(People.Record("m1", 1), People.Record("m2", 2));
        var ledger = await bench.ImportAsync(People.Check(SubjectKey.Of(People.NpiOf(1))));

        Assert.Equal((0, 0, 2), (members.Added, members.Changed, members.Unchanged));
        Assert.Equal((0, 0, 1), (ledger.Added, ledger.Changed, ledger.Unchanged));
        Assert.Null(members.Id);
        Assert.Equal(before, StoreJson.Write(bench.Read()));
    }

    [Fact]
    public async Task Only_whoever_changed_is_written()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1), People.Record("m2", 2));
        var revision = bench.Read().Revision;

        var report = await bench.ImportAsync(People.Record("m1", 1), People.Record("m2", 2) with { Languages = ["fr"] });

        Assert.Equal((0, 1, 1), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal([new TherapistId(2)], bench.Store.Reader.ReadSince(revision, CancellationToken.None).Changed.Select(therapist => therapist.Id));
    }

    [Fact]
    public async Task A_record_older_than_the_stored_one_is_left_out_with_a_warning()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1));

        var report = await bench.ImportAsync(People.Record("m1", 1) with { AsOf = People.Day.AddDays(-1), Languages = ["fr"] });

        Assert.Equal(1, report.Unchanged);
        Assert.Equal("older-than-stored", Assert.Single(report.Warnings).Code);
        Assert.DoesNotContain("fr", bench.Read().Therapists[0].Languages.Select(language => language.Value));
    }

    [Fact]
    public async Task A_warning_is_told_once_though_another_write_came_in_between()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1));
        var others = 0;
        var between = new Synchronous(progress =>
        {
            if (progress.Stage == ImportStage.Storing && others++ == 0)
                bench.Store.WriteAsync(unit => unit.NoteOrganizations()).GetAwaiter().GetResult();
        });

        var report = await bench.ImportAsync(
            new FileContent { Rows = 2, Records = [People.Record("m1", 1) with { AsOf = People.Day.AddDays(-1) }, People.Record("m2", 2)] },
            ImportFormat.Members, People.Alliance, progress: between);

        Assert.Equal(2, others);
        Assert.Equal("older-than-stored", Assert.Single(report.Warnings).Code);
        Assert.Equal(1, report.WarningCount);
    }

    [Fact]
    public async Task A_dry_run_reports_what_would_happen_and_keeps_nothing()
    {
        await using var bench = await ImportBench.CreateAsync();
        var before = StoreJson.Write(bench.Read());

        var report = await bench.ImportMembersAsync([People.Record("m1", 1)], dryRun: true);

        Assert.Equal((1, null, 1), (report.Added, report.Id, report.Revision));
        Assert.Equal(before, StoreJson.Write(bench.Read()));
    }

    [Fact]
    public async Task A_file_with_errors_is_not_stored_at_all()
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync(
            new FileContent { Rows = 2, Records = [People.Record("m1", 1)] }, ImportFormat.Members, People.Alliance,
            judged: errors =>
            {
                errors.Add(3, "npi", "invalid-npi", "2000000001", "The check digit is wrong.");
                errors.Add(3, "state", "unknown-state", "XX", "Write a state.");
            });

        Assert.Equal(["invalid-npi", "unknown-state"], report.Errors.Select(error => error.Code));
        Assert.Empty(bench.Read().Therapists);
    }

    [Fact]
    public async Task The_ledger_may_come_before_the_member_list_it_speaks_of()
    {
        var check = People.Check(SubjectKey.Of(People.Record("m1", 1).Licences[0].Key));
        await using var first = await ImportBench.CreateAsync();
        var warned = await first.ImportAsync(check);
        await first.ImportAsync(People.Record("m1", 1));
        await using var second = await ImportBench.CreateAsync();
        await second.ImportAsync(People.Record("m1", 1));
        var unwarned = await second.ImportAsync(check);

        var warning = Assert.Single(warned.Warnings);
        Assert.Equal(("subject-not-on-file", "1"), (warning.Code, warning.Value));
        Assert.Empty(unwarned.Warnings);
        Assert.Equal(
            StoreJson.Write(first.Read().Therapists[0] with { Revision = 0 }), StoreJson.Write(second.Read().Therapists[0] with { Revision = 0 }));
        Assert.Equal(check.CheckedOn, first.Read().Therapists[0].Licences[0].CheckedOn);
    }

    [Fact]
    public async Task An_unknown_organisation_is_refused_with_those_that_are_known()
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync(new FileContent { Rows = 0 }, ImportFormat.Members, Code<Organization>.Parse("nobody"));

        var error = Assert.Single(report.Errors);
        Assert.Equal(("unknown-organization", "nobody"), (error.Code, error.Value));
        Assert.Contains("demo-guild, demo-massage-alliance, state-register", error.Message, StringComparison.Ordinal);
        Assert.Contains("--format organizations", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_read_against_tables_that_are_no_longer_there_is_refused()
    {
        await using var bench = await ImportBench.CreateAsync();
        void OtherTablesCome(ImportErrors errors) => bench.Store.WriteAsync(unit => unit.State.KnowledgeVersion = "other").GetAwaiter().GetResult();

        var report = await bench.ImportAsync(
            new FileContent { Rows = 1, Records = [People.Record("1", 1)] }, ImportFormat.Members, People.Record("1", 1).Organization, judged: OtherTablesCome);

        Assert.Equal("changed-meanwhile", Assert.Single(report.Errors).Code);
        Assert.Empty(bench.Read().Therapists);
    }

    [Fact]
    public async Task Real_people_do_not_mix_with_the_demonstration_unless_forced()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1));
        var real = People.Record("r1", 2, ImportBench.RealRegister.Id) with { Synthetic = false };

        var refused = await bench.ImportAsync(real);
        var forced = await bench.ImportMembersAsync([real], force: true);

        var error = Assert.Single(refused.Errors);
        Assert.Equal("would-mix-with-demo", error.Code);
        Assert.Contains("demo remove", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, forced.Added);
    }

    [Fact]
    public async Task An_import_is_logged_with_its_counts()
    {
        await using var bench = await ImportBench.CreateAsync();
        var report = await bench.ImportAsync(People.Record("m1", 1));

        await using var context = bench.Store.Open();
        var logged = await context.Imports.OrderBy(row => row.Id).LastAsync();
        Assert.Equal(report.Id, new ImportId(logged.Id));
        Assert.Equal(("members", 1, 0, 0, report.Revision), (logged.Format, logged.Added, logged.Changed, logged.Unchanged, logged.Revision));
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", logged.Sha256);
    }

    [Theory]
    [InlineData(nameof(ImportFormat.Members))]
    [InlineData(nameof(ImportFormat.Verifications))]
    [InlineData(nameof(ImportFormat.Organizations))]
    public async Task A_directory_is_refused_where_a_file_is_needed(string format)
    {
        await using var bench = await ImportBench.CreateAsync();
        var request = new ImportRequest { Path = bench.Store.Options.DataDirectory, Format = Enum.Parse<ImportFormat>(format), Organization = People.Alliance };

        var report = await bench.Store.Get<Importer>().ImportAsync(request, progress: null, CancellationToken.None);

        Assert.Equal("not-a-file", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_an_error_like_any_other()
    {
        await using var bench = await ImportBench.CreateAsync();
        var path = Path.Combine(bench.Store.Options.DataDirectory, "held.csv");
        await using var held = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

        var report = await bench.Store.Get<Importer>().ImportAsync(
            new ImportRequest { Path = path, Format = ImportFormat.Members, Organization = People.Alliance }, progress: null, CancellationToken.None);

        Assert.Equal("unreadable-file", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task Errors_beyond_the_first_thousand_are_counted()
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync(new FileContent { Rows = 1_005 }, ImportFormat.Members, People.Alliance, judged: errors =>
        {
            for (var row = 2; row < 2 + 1_005; row++)
            {
                errors.Add(row, "npi", "invalid-npi", null, "The check digit is wrong.");
                errors.Warn(row, "npi", "odd-npi", null, "Look again.");
            }
        });

        Assert.Equal((1_000, 1_005), (report.Errors.Length, report.ErrorCount));
        Assert.Equal((1_000, 1_005), (report.Warnings.Length, report.WarningCount));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Checks_alone_keep_the_other_kind_of_people_out(bool checksAreInvented)
    {
        await using var bench = await ImportBench.CreateAsync();
        var checker = checksAreInvented ? People.Alliance : ImportBench.RealRegister.Id;
        await bench.ImportAsync(People.Check(SubjectKey.Of(People.NpiOf(1))) with { CheckedBy = checker });

        var refused = await bench.ImportAsync(
            People.Record("m1", 2, checksAreInvented ? ImportBench.RealRegister.Id : People.Alliance) with { Synthetic = !checksAreInvented });

        Assert.Equal("would-mix-with-demo", Assert.Single(refused.Errors).Code);
    }

    [Fact]
    public async Task An_organisation_with_records_or_checks_stays_as_invented_or_real_as_it_was()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1));
        await bench.ImportMembersAsync([People.Record("r1", 2, ImportBench.RealRegister.Id) with { Synthetic = false }], force: true);
        var before = bench.Read().Organizations;

        var report = await bench.ImportAsync(
            new FileContent { Rows = 3, Organizations = [.. before.Select(organization => organization with { Synthetic = !organization.Synthetic })] },
            ImportFormat.Organizations, by: null);

        Assert.Equal(
            [("synthetic-is-settled", "demo-massage-alliance"), ("synthetic-is-settled", "state-register")], report.Errors.Select(error => (error.Code, error.Value!)));
        Assert.Equal(before, bench.Read().Organizations);
        var guild = await bench.ImportAsync(new FileContent { Rows = 1, Organizations = [ImportBench.Guild with { Synthetic = false }] }, ImportFormat.Organizations, by: null);
        Assert.Equal(1, guild.Changed);
    }

    /// <summary>Hears of progress before it goes on.</summary>
    private sealed class Synchronous(Action<ImportProgress> hear) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => hear(value);
    }
}
