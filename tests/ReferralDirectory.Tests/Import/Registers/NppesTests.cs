using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Tests.Import.Registers;

public sealed class NppesTests
{
    private static readonly string File = RegisterBench.Fixture("nppes-SYNTHETIC.csv");

    [Fact]
    public async Task People_with_the_taxonomy_come_with_identity_and_address_and_no_credential_checked()
    {
        await using var bench = await RegisterBench.CreateAsync();

        var report = await bench.ImportAsync(ImportFormat.Nppes, File);

        Assert.True(report.Succeeded);
        Assert.Equal(300, report.Rows);
        var ana = bench.Find("2100316761")!;
        Assert.Equal(("Ellen", "Stevenson"), (ana.Name.Value.Given, ana.Name.Value.Family));
        Assert.Equal(FactMethod.SelfReported, ana.Name.From.Method);
        Assert.All(bench.Therapists(), therapist => Assert.InRange(TierAssessor.Assess(therapist, StateCode.Parse("TX"), RegisterBench.Today, Shipped.Knowledge).Tier, 0, 1));
        Assert.All(bench.Therapists().SelectMany(therapist => therapist.Licences), licence => Assert.Null(licence.CheckedOn));
        Assert.All(bench.Therapists(), therapist => Assert.Empty(therapist.Memberships));
        Assert.Contains(bench.Therapists(), therapist => therapist.Listings is [{ Place.Phone: not null }]);
    }

    [Fact]
    public async Task Organisations_are_left_out_and_counted()
    {
        await using var bench = await RegisterBench.CreateAsync();

        var report = await bench.ImportAsync(ImportFormat.Nppes, File);

        Assert.Contains(report.Warnings, warning => warning.Code == "organizations-left-out");
        Assert.DoesNotContain(bench.Therapists(), therapist => therapist.Name.Value.Family.Length == 0);
    }

    [Fact]
    public async Task Any_of_fifteen_places_may_hold_the_taxonomy()
    {
        await using var bench = await RegisterBench.CreateAsync();
        var lines = (await System.IO.File.ReadAllLinesAsync(File))[..2];
        var header = lines[0].Split(',').Select(name => name.Trim('"')).ToList();
        var person = Cells(header, ("NPI", "2100316761"), ("Entity Type Code", "1"), ("Provider Last Name (Legal Name)", "SLOT"), ("Provider First Name", "FIFTEEN"),
            ("Healthcare Provider Taxonomy Code_1", "111N00000X"), ("Healthcare Provider Taxonomy Code_15", "225700000X"),
            ("Provider License Number_15", "MT123"), ("Provider License Number State Code_15", "TX"), ("Last Update Date", "10/31/2026"));

        await bench.ImportTextAsync(ImportFormat.Nppes, $"{lines[0]}\n{person}\n");

        Assert.Equal(LicenceKey.Of(StateCode.Parse("TX"), "MT123"), Assert.Single(Assert.Single(bench.Therapists()).Licences).Key);
    }

    [Fact]
    public async Task A_deactivated_npi_is_nobodys_until_it_is_active_again()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, File, daysAgo: 60);
        var header = (await System.IO.File.ReadAllLinesAsync(File))[0];
        var names = header.Split(',').Select(name => name.Trim('"')).ToList();
        var supplement = new FeedOptions { Mode = FeedMode.Supplement };

        await bench.ImportTextAsync(
            ImportFormat.Nppes, $"{header}\n{Cells(names, ("NPI", "2100316761"), ("NPI Deactivation Date", "11/01/2026"))}\n", daysAgo: 10, supplement);
        var without = bench.Find("2100316761");
        await bench.ImportAsync(ImportFormat.Nppes, File);

        Assert.Null(without);
        Assert.NotNull(bench.Find("2100316761"));
    }

    [Fact]
    public async Task A_deactivation_dated_before_the_last_file_counts_from_the_file_that_tells_it()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, File, daysAgo: 60);
        var supplement = new FeedOptions { Mode = FeedMode.Supplement };
        var deactivated = TextOf(("NPI", "2100316761"), ("NPI Deactivation Date", "05/20/2026"));

        await bench.ImportTextAsync(ImportFormat.Nppes, deactivated, daysAgo: 10, supplement);
        var entry = Assert.Single(await bench.LedgerAsync(VerificationAspect.Identity), IsEllensDeactivation);
        var again = await bench.ImportTextAsync(ImportFormat.Nppes, deactivated, daysAgo: 0, supplement);

        Assert.Null(bench.Find("2100316761"));
        Assert.Equal((RegisterBench.Today.AddDays(-10), new DateOnly(2026, 5, 20)), (entry.CheckedOn, entry.ValidFrom));
        Assert.True(again.Succeeded);
        Assert.Single(await bench.LedgerAsync(VerificationAspect.Identity), IsEllensDeactivation);

        static bool IsEllensDeactivation(LedgerRow row) => row is { Outcome: VerificationOutcome.Refuted, SubjectKey: "npi:2100316761" };
    }

    [Fact]
    public async Task An_npi_twice_in_a_file_is_refused_with_its_lines()
    {
        await using var bench = await RegisterBench.CreateAsync();
        var person = Person("2100316761", "225700000X");

        var report = await bench.ImportTextAsync(ImportFormat.Nppes, TextOf(person, person));

        var error = Assert.Single(report.Errors);
        Assert.Equal(("duplicate-npi", 3, "NPI", "2100316761"), (error.Code, error.Row, error.Column, error.Value));
        Assert.Contains("Line 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deactivated")]
    [InlineData("another profession")]
    public async Task Whoever_is_deactivated_or_has_left_the_profession_keeps_neither_place_nor_licence(string what)
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, File, daysAgo: 60);
        Assert.NotEmpty(Ellen().Listings);

        await bench.ImportTextAsync(
            ImportFormat.Nppes, what == "deactivated" ? TextOf(("NPI", "2100316761"), ("NPI Deactivation Date", "11/01/2026")) : TextOf(Person("2100316761", "111N00000X")),
            daysAgo: 10, new FeedOptions { Mode = FeedMode.Supplement });
        var gone = Ellen();
        await bench.ImportAsync(ImportFormat.Nppes, File);

        Assert.Empty(gone.Listings);
        Assert.Empty(gone.Licences);
        Assert.NotEmpty(Ellen().Listings);

        TherapistProfile Ellen() => bench.Therapists().Single(therapist => therapist.Name.Value is { Given: "Ellen", Family: "Stevenson" });
    }

    [Fact]
    public async Task Whoever_moved_to_a_state_that_was_not_asked_for_is_found_there_all_the_same()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Nppes, TextOf(At("TX", "78701")), daysAgo: 60, new FeedOptions { State = StateCode.Parse("TX") });

        await bench.ImportTextAsync(ImportFormat.Nppes, TextOf([.. At("NY", "13202"), ("Last Update Date", "11/01/2026")]), feed: new FeedOptions { State = StateCode.Parse("TX") });

        Assert.Equal("US-NY", $"{Assert.Single(Assert.Single(bench.Therapists()).Listings).Place.Address.State}");

        static (string, string)[] At(string state, string zip) =>
        [
            .. Person("2100316761", "225700000X"), ("Provider Business Practice Location Address State Name", state),
            ("Provider Business Practice Location Address Postal Code", zip), ("Provider First Line Business Practice Location Address", "1 MAIN ST"),
        ];
    }

    [Fact]
    public async Task A_licence_of_another_taxonomy_is_no_massage_licence()
    {
        await using var bench = await RegisterBench.CreateAsync();

        await bench.ImportTextAsync(
            ImportFormat.Nppes,
            TextOf([.. Person("2100316761", "111N00000X"), ("Provider License Number_1", "123"), ("Provider License Number State Code_1", "TX")]),
            feed: new FeedOptions { Taxonomy = "111N00000X" });

        Assert.False(Assert.Single(Assert.Single(bench.Therapists()).Licences).IsForMassage);
    }

    [Fact]
    public async Task A_strict_caller_refuses_a_file_with_a_wrong_npi_and_a_lenient_one_is_warned()
    {
        await using var bench = await RegisterBench.CreateAsync();
        var header = (await System.IO.File.ReadAllLinesAsync(File))[0];
        var text = $"{header}\n{Cells([.. header.Split(',').Select(name => name.Trim('"'))], ("NPI", "2100316762"), ("Entity Type Code", "1"))}\n";

        var strict = await bench.ImportTextAsync(ImportFormat.Nppes, text, feed: new FeedOptions { Npi = NpiPolicy.Strict });
        var lenient = await bench.ImportTextAsync(ImportFormat.Nppes, text);

        Assert.Equal(("invalid-npi", 2, "NPI"), (strict.Errors[0].Code, strict.Errors[0].Row, strict.Errors[0].Column));
        Assert.True(lenient.Succeeded);
        Assert.Equal("invalid-npi", lenient.Warnings[0].Code);
    }

    private static (string, string)[] Person(string npi, string taxonomy) =>
        [("NPI", npi), ("Entity Type Code", "1"), ("Provider Last Name (Legal Name)", "STEVENSON"), ("Provider First Name", "ELLEN"), ("Healthcare Provider Taxonomy Code_1", taxonomy)];

    /// <summary>A file of one row.</summary>
    private static string TextOf(params (string Column, string Value)[] row) => TextOf([row]);

    /// <summary>A file of these rows.</summary>
    private static string TextOf(params (string Column, string Value)[][] rows)
    {
        var header = System.IO.File.ReadLines(File).First();
        var names = header.Split(',').Select(name => name.Trim('"')).ToList();
        return $"{header}\n{string.Join('\n', rows.Select(row => Cells(names, row)))}\n";
    }

    internal static string Cells(List<string> header, params (string Column, string Value)[] cells)
    {
        var row = new string[header.Count];
        Array.Fill(row, "");
        foreach (var (column, value) in cells)
            row[header.IndexOf(column)] = value;
        return string.Join(',', row);
    }
}
