using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>What a roster does to the licences on file.</summary>
public sealed class RosterImportTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly StateCode Washington = StateCode.Parse("WA");

    private static readonly Code<Organization> Guild = Code<Organization>.Parse("guild");

    private RegisterBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Organizations, "id,name,kind,website,synthetic\nguild,Guild,trade-organization,,no\n");
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_licence_that_its_board_confirms_makes_tier_two_one_with_conditions_too_and_a_permit_does_not()
    {
        await ListAsync("good,Eva,Quinn,WA:60001233:LMT", "conditions,Linda,Lee,WA:MA60000822:LMT", "permit,April,Ramirez,WA:MA.MA.60002055:LMT");
        await bench.ImportTextAsync(
            ImportFormat.Verifications,
            "subject,aspect,source,method,checkedOn,outcome,validUntil\n"
            + string.Concat(((string[])["good", "conditions", "permit"]).Select(key => $"member:guild/{key},exclusion,OIG,primary-source,2026-02-28,clear,\n")),
            organization: Guild);
        Assert.All(Therapists(), therapist => Assert.Equal(1, TierOf(therapist)));

        var report = await ImportAsync(ImportFormat.RosterWa, Rosters.Washington);

        Assert.True(report.Succeeded);
        Assert.Equal((20, 20, 0), (report.Rows, report.Added, report.Unchanged));
        Assert.Equal(
            [("conditions", LicenceStatus.ActiveWithConditions, 2), ("good", LicenceStatus.Active, 2), ("permit", LicenceStatus.Interim, 1)],
            Therapists().Select(therapist => (therapist.Memberships[0].MemberKey, therapist.Licences[0].Status, TierOf(therapist))).Order());
        Assert.All(Therapists(), therapist => Assert.Equal(Day, therapist.Licences[0].CheckedOn));
    }

    [Fact]
    public async Task Rows_that_confirm_change_and_end_a_licence_are_counted()
    {
        await ListAsync(
            "same,Eva,Quinn,WA:60001233:LMT:active::2026-10-15", "later,Laurie,James,WA:60001507:LMT:active::2026-01-01", "ended,Denise,Mullins,WA:60001370:LMT");

        var report = await ImportAsync(ImportFormat.RosterWa, Rosters.Washington);

        Assert.Equal(new LicenceCounts(Confirmed: 1, Changed: 1, Ended: 1, Ambiguous: 0), report.Licences);
        Assert.Equal(("subject-not-on-file", "17"), (Assert.Single(report.Warnings).Code, report.Warnings[0].Value));
        Assert.Equal(new LicenceCounts(3, 0, 0, 0), (await ImportAsync(ImportFormat.RosterWa, Rosters.Washington)).Licences);
    }

    [Fact]
    public async Task A_dry_run_counts_the_same_and_keeps_nothing()
    {
        await ListAsync("ended,Denise,Mullins,WA:60001370:LMT");

        var report = await ImportAsync(ImportFormat.RosterWa, Rosters.Washington, dryRun: true);

        Assert.Equal(new LicenceCounts(0, 0, 1, 0), report.Licences);
        Assert.Equal(LicenceStatus.Active, Therapists()[0].Licences[0].Status);
    }

    [Fact]
    public async Task A_number_under_a_clearly_different_name_is_ambiguous_and_its_claimant_is_named()
    {
        await ListAsync("claims,Carl,Bell,WA:60001233:LMT");

        var report = await ImportAsync(ImportFormat.RosterWa, Rosters.Washington);

        Assert.Equal(new LicenceCounts(0, 0, 0, Ambiguous: 1), report.Licences);
        var warning = Assert.Single(report.Warnings, warning => warning.Code == "ambiguous-licence");
        Assert.Equal((11, "credentialnumber", "MA60001233"), (warning.Row, warning.Column, warning.Value));
        Assert.StartsWith("guild/claims has the number", warning.Message, StringComparison.Ordinal);
        var claimant = Assert.Single(Therapists());
        Assert.Equal((null, 0), (claimant.Licences[0].CheckedOn, TierOf(claimant)));
    }

    [Fact]
    public async Task A_number_that_two_people_on_file_claim_confirms_neither()
    {
        await ListAsync("one,Eva,Quinn,WA:60001233:LMT", "other,Carl,Bell,WA:MA60001233:LMT");

        var report = await ImportAsync(ImportFormat.RosterWa, Rosters.Washington);

        Assert.Equal(new LicenceCounts(0, 0, 0, Ambiguous: 2), report.Licences);
        Assert.Contains(report.Warnings, warning => warning.Message.StartsWith("guild/one shares the number", StringComparison.Ordinal));
        Assert.All(Therapists(), therapist => Assert.Null(therapist.Licences[0].CheckedOn));
    }

    [Theory]
    [InlineData("ACTIVE", false)]
    [InlineData("REVOKED", true)]
    public async Task A_number_that_a_newer_roster_gives_to_two_people_is_no_longer_confirmed(string status, bool isRevoked)
    {
        await ListAsync("m,Eva,Quinn,WA:60001233:LMT");
        await ImportAsync(ImportFormat.RosterWa, Rosters.Washington);
        Assert.NotNull(Therapists()[0].Licences[0].CheckedOn);

        var report = await bench.ImportTextAsync(
            ImportFormat.RosterWa,
            "CredentialNumber,LastName,FirstName,MiddleName,CredentialType,Status,BirthYear,ExpirationDate,ActionTaken\n"
            + $"MA60001233,Quinn,Eva,,Massage Therapist License,{status},1970,20271231,No\nMA60001233,Quinn,Eva,,Massage Therapist License,ACTIVE,1971,20271231,No\n",
            RegisterBench.Today.DayNumber - Day.DayNumber - 1, new FeedOptions { Mode = FeedMode.Supplement });

        Assert.True(report.Succeeded);
        Assert.Equal(1, report.Licences?.Ended);
        Assert.Equal(isRevoked, Therapists()[0].Licences is [{ Status: LicenceStatus.Revoked }]);
        Assert.DoesNotContain(Therapists()[0].Licences, licence => licence.Status == LicenceStatus.Active);
    }

    [Fact]
    public async Task A_corrected_roster_of_the_same_day_that_gives_the_number_to_somebody_else_is_seen()
    {
        await bench.ImportTextAsync(ImportFormat.Roster, "number,given,family,status,expires\n77,Eva,Quinn,active,2027-12-31\n", feed: new FeedOptions { State = StateCode.Parse("NY") });
        await ListAsync("m,Eva,Quinn,NY:77:LMT");
        Assert.False(Therapists()[0].IdentityConflict);

        await bench.ImportTextAsync(ImportFormat.Roster, "number,given,family,status,expires\n77,Carl,Bell,active,2027-12-31\n", feed: new FeedOptions { State = StateCode.Parse("NY") });

        Assert.True(Therapists()[0].IdentityConflict);
    }

    [Fact]
    public async Task A_roster_that_came_first_counts_as_soon_as_a_list_names_the_licence()
    {
        await ImportAsync(ImportFormat.RosterTx, Rosters.Texas);
        await ListAsync("m,Lauren,Quinn,TX:108275:LMT");

        var licence = Assert.Single(Assert.Single(Therapists()).Licences);
        Assert.Equal((LicenceStatus.Active, Day, new DateOnly(2027, 2, 1)), (licence.Status, licence.CheckedOn, licence.ExpiresOn));
    }

    [Fact]
    public async Task Licences_that_a_newer_whole_roster_no_longer_names_are_told_and_stand()
    {
        await ListAsync("stays,Lauren,Quinn,TX:108275:LMT", "gone,Ann,Hale,TX:90001:LMT", "lapsed,Bea,Hale,TX:90002:LMT", "never,Cora,Hale,TX:90003:LMT");
        const string header = "LICENSE TYPE,LICENSE NUMBER,LICENSE EXPIRATION DATE,NAME\n";
        const string stays = "Massage Therapist,108275,02/01/2027,\"QUINN, LAUREN\"\n";
        const string others = "Massage Therapist,90001,02/01/2027,\"HALE, ANN\"\nMassage Therapist,90002,02/05/2026,\"HALE, BEA\"\n";
        var first = await TexasAsync(header + stays + others, Day);

        var partial = await TexasAsync(header + stays, Day.AddDays(1), FeedMode.Supplement);
        var newer = await TexasAsync(header + stays, Day.AddDays(2), force: true);
        var again = await TexasAsync(header + stays + others.Replace("HALE, BEA", "OTHER, ROSA", StringComparison.Ordinal), Day.AddDays(3));

        Assert.Equal((0, 0, 1, 0), (first.Licences!.Absent, partial.Licences!.Absent, newer.Licences!.Absent, again.Licences!.Absent));
        Assert.Equal(["90001"], newer.Licences.AbsentNumbers);
        var warning = Assert.Single(newer.Warnings, warning => warning.Code == "absent-licences");
        Assert.Equal("1", warning.Value);
        Assert.Contains("90001. They stand, since boards publish partial lists", warning.Message, StringComparison.Ordinal);
        var licence = Therapists().Single(therapist => therapist.Memberships[0].MemberKey == "gone").Licences[0];
        Assert.Equal((LicenceStatus.Active, Day.AddDays(3)), (licence.Status, licence.CheckedOn));
    }

    [Fact]
    public async Task Of_many_absent_licences_the_first_are_named()
    {
        await ListAsync([.. Enumerable.Range(1, 7).Select(number => $"m{number},Ann{number},Hale{number},TX:9000{number}:LMT")]);
        const string header = "LICENSE TYPE,LICENSE NUMBER,LICENSE EXPIRATION DATE,NAME\n";
        await TexasAsync(header + string.Concat(Enumerable.Range(1, 7).Select(number => $"Massage Therapist,9000{number},02/01/2027,\"HALE{number}, ANN{number}\"\n")), Day);

        var newer = await TexasAsync(header + "Massage Therapist,108275,02/01/2027,\"QUINN, LAUREN\"\n", Day.AddDays(1), force: true);

        Assert.Equal(7, newer.Licences!.Absent);
        Assert.Equal(["90001", "90002", "90003", "90004", "90005"], newer.Licences.AbsentNumbers);
        Assert.Contains("90005 …. They stand", Assert.Single(newer.Warnings, warning => warning.Code == "absent-licences").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_older_than_the_last_one_is_refused()
    {
        await ImportAsync(ImportFormat.RosterMo, Rosters.Missouri);

        var report = await ImportAsync(ImportFormat.RosterMo, Rosters.Missouri, asOf: Day.AddDays(-1));

        Assert.Equal("older-file", Assert.Single(report.Errors).Code);
    }

    [Theory]
    [InlineData("verifications", "tx-tdlr")]
    [InlineData("verifications", "oig")]
    [InlineData("members", "nppes")]
    [InlineData("members", "insurer-aetna")]
    [InlineData("members", "state-ny")]
    [InlineData("verifications", "directory-operator")]
    public async Task Nobody_speaks_for_a_register(string word, string register)
    {
        await ImportAsync(ImportFormat.RosterTx, Rosters.Texas);
        Assert.True(EnumWords.TryParse<ImportFormat>(word, out var format));
        var file = format == ImportFormat.Members
            ? "memberKey,given,family,asOf\nm,Eva,Quinn,2026-02-01\n"
            : "subject,aspect,source,method,checkedOn,outcome,validUntil\nlicence:US-TX/108275,licence,TDLR,primary-source,2026-02-28,active,\n";

        var report = await bench.ImportTextAsync(format, file, organization: Code<Organization>.Parse(register));

        var error = Assert.Single(report.Errors);
        Assert.Equal(("register-speaks-for-itself", register), (error.Code, error.Value));
    }

    [Fact]
    public async Task Whoever_asks_which_organisations_there_are_is_not_told_of_registers()
    {
        await ImportAsync(ImportFormat.RosterTx, Rosters.Texas);

        var report = await bench.ImportTextAsync(ImportFormat.Members, "memberKey,given,family,asOf\n", organization: Code<Organization>.Parse("nobody"));

        Assert.Contains("Known: guild.", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_s_entries_keep_nobody_s_list_out()
    {
        await ImportAsync(ImportFormat.RosterTx, Rosters.Texas);
        await using var context = bench.Store.Open();

        Assert.False(DemoSeparation.HoldsAny(context, synthetic: false));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 plans.csv", "a ZIP archive")]
    [InlineData("PK\u0003\u0004 [Content_Types].xml", "an Excel workbook")]
    [InlineData("%PDF-1.7", "a PDF")]
    [InlineData("\n <!DOCTYPE html><html>", "a web page or XML")]
    public async Task A_download_that_is_not_the_file_is_told_as_what_it_is(string content, string kind)
    {
        var report = await bench.ImportTextAsync(ImportFormat.RosterTx, content);

        var error = Assert.Single(report.Errors);
        Assert.Equal(("wrong-file-type", kind), (error.Code, error.Value));
    }

    private IReadOnlyList<TherapistProfile> Therapists() => bench.Therapists();

    private static int TierOf(TherapistProfile therapist) => TierAssessor.Assess(therapist, Washington, Day.AddDays(1), Shipped.Knowledge).Tier;

    private Task<ImportReport> ListAsync(params string[] members) => bench.ImportTextAsync(
        ImportFormat.Members, $"memberKey,given,family,licences,asOf,liability\n{string.Concat(members.Select(member => $"{member},2026-02-01,yes\n"))}", organization: Guild);

    private Task<ImportReport> TexasAsync(string text, DateOnly asOf, FeedMode mode = FeedMode.Full, bool force = false) => bench.ImportTextAsync(
        ImportFormat.RosterTx, text, RegisterBench.Today.DayNumber - asOf.DayNumber, new FeedOptions { Mode = mode }, force: force);

    private Task<ImportReport> ImportAsync(ImportFormat format, string roster, DateOnly? asOf = null, bool dryRun = false) => bench.ImportAsync(
        format, RegisterBench.Fixture(roster), RegisterBench.Today.DayNumber - (asOf ?? Day).DayNumber, dryRun: dryRun);
}
