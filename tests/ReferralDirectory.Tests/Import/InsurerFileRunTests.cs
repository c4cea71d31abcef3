using ReferralDirectory.Import;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Import;

/// <summary>Newer files of an insurer after older ones, and members of a list whom they are about.</summary>
public sealed class InsurerFileRunTests
{
    private const string Source = "aetna approved therapists";

    /// <summary>Most are about people whom no test names.</summary>
    private const int RowsOfAnyFile = 50;

    private static readonly Organization Aetna = new(Code<Organization>.Parse("insurer-aetna"), "Aetna", ReferralDirectory.Import.Registers.InsurerKind, null, Synthetic: false);
    private static readonly DateOnly First = People.Day;

    [Fact]
    public async Task Whoever_a_newer_whole_file_no_longer_names_is_out_as_of_its_day()
    {
        await using var bench = await WithTwoMembersAsync();
        await ImportAsync(bench, First, In(1), In(2));

        var report = await ImportAsync(bench, First.AddDays(30), In(2, First.AddDays(30)));

        Assert.Equal(["1: out as of 2026-12-01", "2: in as of 2026-12-01"], Facts(bench));
        Assert.Equal(("now-out-of-network", "1"), Assert.Single(report.Warnings) is var told ? (told.Code, told.Value) : default);
        Assert.Equal((1, 1), (report.Added, report.Checks));
    }

    [Fact]
    public async Task Whoever_left_is_out_though_a_namesake_stays_under_a_licence()
    {
        await using var bench = await ImportBench.CreateAsync();
        var (ana, namesake) = (People.Record("m1", 1), People.Record("m2", 2));
        await bench.ImportAsync(ana, namesake with { Name = ana.Name, Npi = null });
        var byLicence = In(2) with { Subject = SubjectKey.Of(namesake.Licences[0].Key), SubjectName = ana.Name };
        await ImportAsync(bench, First, In(1), byLicence);

        var report = await ImportAsync(bench, First.AddDays(30), byLicence);

        Assert.Equal(["1: out as of 2026-12-01", "2: in as of 2026-11-01"], Facts(bench));
        Assert.Equal("now-out-of-network", Assert.Single(report.Warnings).Code);
    }

    [Fact]
    public async Task Whoever_is_named_by_another_of_their_keys_stays_in_until_no_key_is_named()
    {
        await using var bench = await WithTwoMembersAsync();
        var byLicence = In(1) with { Subject = SubjectKey.Of(People.Record("m1", 1).Licences[0].Key) };
        await ImportAsync(bench, First, In(1), In(2));

        var renamed = await ImportAsync(bench, First.AddDays(30), byLicence with { CheckedOn = First.AddDays(30) }, In(2));
        Assert.Equal(["1: in as of 2026-12-01", "2: in as of 2026-11-01"], Facts(bench));
        Assert.All(bench.Read().Therapists.SelectMany(therapist => therapist.Networks), fact => Assert.Null(fact.To));
        Assert.Empty(renamed.Warnings);

        var gone = await ImportAsync(bench, First.AddDays(60), In(2));
        Assert.Equal(["1: out as of 2026-12-31", "2: in as of 2026-11-01"], Facts(bench));
        Assert.Equal(("now-out-of-network", "1"), Assert.Single(gone.Warnings) is var told ? (told.Code, told.Value) : default);
    }

    [Fact]
    public async Task A_supplement_says_nothing_of_those_it_does_not_name()
    {
        await using var bench = await WithTwoMembersAsync();
        await ImportAsync(bench, First, In(1), In(2));

        var report = await ImportAsync(bench, First.AddDays(30), FeedMode.Supplement, In(2, First.AddDays(30)));

        Assert.Equal(["1: in as of 2026-11-01", "2: in as of 2026-12-01"], Facts(bench));
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public async Task Whoever_comes_back_is_in_again_even_when_the_record_keeps_its_old_day()
    {
        await using var bench = await WithTwoMembersAsync();
        await ImportAsync(bench, First, In(1), In(2));
        await ImportAsync(bench, First.AddDays(30), In(2));

        await ImportAsync(bench, First.AddDays(60), In(1), In(2));

        Assert.Equal(["1: in as of 2026-12-31", "2: in as of 2026-11-01"], Facts(bench));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var bench = await WithTwoMembersAsync();
        await ImportAsync(bench, First, In(1), In(2));
        await ImportAsync(bench, First.AddDays(30), In(2));

        var again = await ImportAsync(bench, First.AddDays(30), In(2));

        Assert.Null(again.Id);
        Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Checks));
    }

    [Fact]
    public async Task A_dry_run_reports_who_would_be_out_and_keeps_nothing()
    {
        await using var bench = await WithTwoMembersAsync();
        await ImportAsync(bench, First, In(1), In(2));

        var dry = await ImportAsync(bench, First.AddDays(30), FeedMode.Full, dryRun: true, In(2));

        Assert.Equal("now-out-of-network", Assert.Single(dry.Warnings).Code);
        Assert.Equal(["1: in as of 2026-11-01", "2: in as of 2026-11-01"], Facts(bench));
    }

    [Fact]
    public async Task Absence_from_an_insurer_s_file_is_kept_beside_an_older_and_weaker_word_of_a_member_list()
    {
        await using var bench = await WithTwoMembersAsync(record => record with
        {
            Networks = [new NetworkFact(Code<Insurer>.Parse("aetna"), null, InNetwork: true, null, null, null, null, record.Membership.From)],
        });
        await ImportAsync(bench, First, In(1), In(2));

        await ImportAsync(bench, First.AddDays(30), In(2));

        Assert.Equal(
            [(Source, FactMethod.InsurerFile, false), (People.Alliance.Value, FactMethod.Organization, true)],
            bench.Read().Therapists[0].Networks.Select(fact => (fact.Source.Source, fact.Source.Method, fact.InNetwork)));
    }

    [Fact]
    public async Task The_file_may_come_before_the_list_that_names_whom_it_is_about()
    {
        await using var bench = await ImportBench.CreateAsync();
        await ImportAsync(bench, First, In(1), In(2));
        await ImportAsync(bench, First.AddDays(30), In(2));

        await bench.ImportAsync(People.Record("m1", 1), People.Record("m2", 2));

        Assert.Equal(["1: out as of 2026-12-01", "2: in as of 2026-11-01"], Facts(bench));
    }

    [Fact]
    public async Task Another_insurer_s_file_and_another_list_of_the_same_insurer_say_nothing_of_each_other()
    {
        await using var bench = await WithTwoMembersAsync();
        await ImportAsync(bench, First, In(1), In(2));

        await ImportAsync(bench, First.AddDays(30), FeedMode.Full, dryRun: false, source: "aetna QHP provider file", In(2) with { Source = "aetna QHP provider file" });

        Assert.All(bench.Read().Therapists.SelectMany(therapist => therapist.Networks), fact => Assert.True(fact.InNetwork));
    }

    [Theory]
    [InlineData(40, 0)]
    [InlineData(39, 1)]
    public async Task A_file_with_less_than_four_fifths_of_the_last_one_s_rows_puts_nobody_out(int rows, int refused)
    {
        await using var bench = await WithTwoMembersAsync();
        await ImportAsync(bench, First, In(1), In(2));

        var report = await bench.ImportAsync(Content(First.AddDays(30), FeedMode.Full, Source, [In(2)], rows), ImportFormat.InsurerList, by: null);

        Assert.Equal(Enumerable.Repeat("truncated-file", refused), report.Errors.Select(error => error.Code));
        Assert.Equal(refused == 0 ? "1: out as of 2026-12-01" : "1: in as of 2026-11-01", Facts(bench).First());
    }

    [Fact]
    public async Task An_older_file_is_refused()
    {
        await using var bench = await WithTwoMembersAsync();
        await ImportAsync(bench, First, In(1), In(2));

        Assert.Equal("older-file", Assert.Single((await ImportAsync(bench, First.AddDays(-1), In(2))).Errors).Code);
    }

    [Fact]
    public async Task Tables_that_changed_while_the_file_was_read_are_a_reason_to_read_it_again()
    {
        await using var bench = await WithTwoMembersAsync();
        void OtherTablesCome(ImportErrors errors) => bench.Store.WriteAsync(unit => unit.State.KnowledgeVersion = "other").GetAwaiter().GetResult();

        var report = await bench.ImportAsync(Content(First, FeedMode.Full, Source, [In(1)]), ImportFormat.InsurerList, by: null, judged: OtherTablesCome);

        Assert.Equal("changed-meanwhile", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task An_insurer_s_file_keeps_neither_invented_nor_real_people_out()
    {
        await using var bench = await ImportBench.CreateAsync();
        await ImportAsync(bench, First, In(1));

        Assert.Empty((await bench.ImportAsync(People.Record("m1", 1))).Errors);
        Assert.Empty((await ImportAsync(bench, First, In(1), In(2))).Errors);
    }

    private static async Task<ImportBench> WithTwoMembersAsync(Func<SourceRecord, SourceRecord>? with = null)
    {
        var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(new[] { People.Record("m1", 1), People.Record("m2", 2) }.Select(with ?? (record => record)).ToArray());
        return bench;
    }

    private static Task<ImportReport> ImportAsync(ImportBench bench, DateOnly asOf, params Verification[] said) => ImportAsync(bench, asOf, FeedMode.Full, said);

    private static Task<ImportReport> ImportAsync(ImportBench bench, DateOnly asOf, FeedMode mode, params Verification[] said) =>
        ImportAsync(bench, asOf, mode, dryRun: false, said);

    private static Task<ImportReport> ImportAsync(ImportBench bench, DateOnly asOf, FeedMode mode, bool dryRun, params Verification[] said) =>
        ImportAsync(bench, asOf, mode, dryRun, Source, said);

    private static Task<ImportReport> ImportAsync(ImportBench bench, DateOnly asOf, FeedMode mode, bool dryRun, string source, params Verification[] said) =>
        bench.ImportAsync(Content(asOf, mode, source, said), ImportFormat.InsurerList, by: null, dryRun);

    private static FileContent Content(DateOnly asOf, FeedMode mode, string source, Verification[] said, int? rows = null) => new()
    {
        Rows = rows ?? RowsOfAnyFile,
        Organizations = [Aetna],
        Feed = new StagedFeed($"list/{source}", asOf, mode),
        InsurerSource = source,
        Verifications = [.. said],
    };

    private static IEnumerable<string> Facts(ImportBench bench) => bench.Read().Therapists.OrderBy(therapist => therapist.Id).Select(therapist =>
        Assert.Single(therapist.Networks) is var fact ? FormattableString.Invariant($"{therapist.Id.Value}: {(fact.InNetwork ? "in" : "out")} as of {fact.Source.AsOf:O}") : "");

    private static Verification In(int person, DateOnly? checkedOn = null) => new()
    {
        Subject = SubjectKey.Of(People.NpiOf(person)),
        SubjectName = new PersonName("Ana María", $"Ortiz{person}"),
        Aspect = VerificationAspect.Network,
        Reference = "aetna",
        Source = Source,
        Method = FactMethod.InsurerFile,
        CheckedBy = Aetna.Id,
        CheckedOn = checkedOn ?? First,
        Outcome = VerificationOutcome.InNetwork,
    };
}
