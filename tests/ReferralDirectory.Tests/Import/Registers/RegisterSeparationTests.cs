using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>Real people whom a register names stay out of a store with invented ones, and the other way round.</summary>
public sealed class RegisterSeparationTests : IAsyncLifetime
{
    private const string Issued = "1234567893";
    private const string NeverIssued = "2000000010";

    private static readonly string Invented = RegisterBench.Fixture("nppes-SYNTHETIC.csv");
    private static readonly Code<Organization> Guild = Code<Organization>.Parse("guild");

    private static readonly string Header = File.ReadLines(Invented).First();
    private static readonly List<string> Columns = [.. Header.Split(',').Select(name => name.Trim('"'))];

    private RegisterBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await RegisterBench.CreateAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Real_people_do_not_come_into_a_demonstration()
    {
        await ListAsync(synthetic: true);

        var report = await bench.ImportTextAsync(ImportFormat.Nppes, Nppes(Issued));

        var error = Assert.Single(report.Errors);
        Assert.Equal(("would-mix-with-demo", "1"), (error.Code, error.Value));
        Assert.Contains("--force", error.Message, StringComparison.Ordinal);
        Assert.Null(bench.Find(Issued));
    }

    [Fact]
    public async Task They_do_when_that_is_meant()
    {
        await ListAsync(synthetic: true);

        var report = await bench.ImportTextAsync(ImportFormat.Nppes, Nppes(Issued), force: true);

        Assert.True(report.Succeeded);
        Assert.False(bench.Find(Issued)!.Synthetic);
    }

    [Fact]
    public async Task Invented_people_of_a_register_come_into_a_demonstration()
    {
        await ListAsync(synthetic: true);

        var report = await bench.ImportAsync(ImportFormat.Nppes, Invented);

        Assert.True(report.Succeeded);
        Assert.NotNull(bench.Find("2100316761"));
    }

    [Fact]
    public async Task Invented_people_do_not_come_among_real_ones()
    {
        await ListAsync(synthetic: false);

        Assert.Equal("would-mix-with-demo", Assert.Single((await bench.ImportAsync(ImportFormat.Nppes, Invented)).Errors).Code);
        Assert.True((await bench.ImportTextAsync(ImportFormat.Nppes, Nppes(Issued))).Succeeded);
    }

    [Fact]
    public async Task A_file_that_mixes_both_is_told_of_both() =>
        Assert.Equal([("would-mix-with-demo", "1"), ("would-mix-with-demo", "1")],
            (await bench.ImportTextAsync(ImportFormat.Nppes, Nppes(Issued, NeverIssued))).Errors.Select(error => (error.Code, error.Value!)));

    [Fact]
    public async Task A_register_s_file_that_names_nobody_real_is_welcome_in_a_demonstration()
    {
        await ListAsync(synthetic: true);
        var deactivated = $"{Header}\n{NppesTests.Cells(Columns, ("NPI", Issued), ("NPI Deactivation Date", "05/01/2026"))}\n";

        Assert.True((await bench.ImportTextAsync(ImportFormat.Nppes, deactivated)).Succeeded);
        Assert.True((await bench.ImportAsync(ImportFormat.RosterTx, RegisterBench.Fixture(Rosters.Texas))).Succeeded);
    }

    [Fact]
    public async Task Naming_an_organisation_beside_a_register_s_file_does_not_open_the_door()
    {
        await ListAsync(synthetic: true);

        Assert.False((await bench.ImportTextAsync(ImportFormat.Nppes, Nppes(Issued), organization: Guild)).Succeeded);
    }

    private static string Nppes(params string[] npis) => $"{Header}\n" + string.Concat(npis.Select(npi => NppesTests.Cells(
        Columns, ("NPI", npi), ("Entity Type Code", "1"), ("Provider Last Name (Legal Name)", "NOBODY"), ("Provider First Name", "INVENTED"),
        ("Healthcare Provider Taxonomy Code_1", "225700000X"), ("Last Update Date", "10/31/2026")) + "\n"));

    private async Task ListAsync(bool synthetic)
    {
        await bench.ImportTextAsync(ImportFormat.Organizations, $"id,name,kind,website,synthetic\nguild,Guild,trade-organization,,{(synthetic ? "yes" : "no")}\n");
        Assert.True((await bench.ImportTextAsync(ImportFormat.Members, "memberKey,given,family,asOf\nm,Eva,Quinn,2026-02-01\n", organization: Guild)).Succeeded);
    }
}
