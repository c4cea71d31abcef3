using ReferralDirectory.Import;
using ReferralDirectory.Matching.Browsing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>By which keys the ledger goes on speaking of somebody, whatever lists name, and cease to name.</summary>
public sealed class KeysOverTimeTests : IAsyncLifetime
{
    private const string Npi = "2000000010";

    private static readonly Code<Organization> Guild = Code<Organization>.Parse("demo-guild");
    private static readonly StateCode Texas = StateCode.Parse("TX");

    private RegisterBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Organizations, "id,name,kind,website,synthetic\ndemo-guild,Demo Guild,trade-organization,,yes\n");
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("999,Bob,Bell,revoked,", LicenceStatus.Revoked, true)]
    [InlineData("999,Bob,Bell,expired,2026-10-01", LicenceStatus.Expired, true)]
    [InlineData("999,Bob,Bell,revoked,", LicenceStatus.Revoked, false)]
    public async Task A_licence_that_only_a_check_names_hears_from_its_board(string row, LicenceStatus status, bool rosterLast)
    {
        await CheckAsync($"npi:{Npi},licence:US-TX/999,primary-source,2026-11-01,active,");
        if (!rosterLast)
            await RosterAsync("TX", row);
        await ListAsync($"m,Bob,Bell,{Npi},");
        if (rosterLast)
            await RosterAsync("TX", row);

        Assert.Equal(status, Assert.Single(Person().Licences).Status);
    }

    [Fact]
    public async Task A_licence_that_only_a_check_names_confirms_nobody_when_its_board_knows_it_as_anothers()
    {
        await ListAsync($"m,Bob,Bell,{Npi},");
        await CheckAsync($"npi:{Npi},licence:US-TX/999,primary-source,2026-11-01,active,");
        Assert.False(Person().IdentityConflict);

        await RosterAsync("TX", "999,Cynthia,Quinn,active,2027-12-31");

        Assert.True(Person().IdentityConflict);
        await CheckAsync($"npi:{Npi},licence:US-TX/999,primary-source,2026-11-19,refuted,");
        Assert.False(Person().IdentityConflict);
        Assert.Empty(Person().Licences);
    }

    [Fact]
    public async Task A_licence_that_only_a_check_names_is_active_again_when_its_board_says_so_of_the_same_person()
    {
        await ListAsync($"m,Bob,Bell,{Npi},");
        await CheckAsync($"npi:{Npi},licence:US-TX/999,primary-source,2026-11-01,suspended,");

        await RosterAsync("TX", "999,Robert,Bell,active,2027-12-31");

        Assert.Equal((LicenceStatus.Active, RegisterBench.Today), (Person().Licences[0].Status, Person().Licences[0].CheckedOn));
    }

    [Fact]
    public async Task A_licence_that_a_list_gives_without_a_title_is_for_massage_once_its_board_of_massage_confirms_it()
    {
        await ListAsync($"m,Bob,Bell,{Npi},NY:111");
        Assert.False(Assert.Single(Person().Licences).IsForMassage);

        await RosterAsync("NY", "111,Bob,Bell,active,2027-12-31");

        Assert.True(Assert.Single(Person().Licences).IsForMassage);
    }

    [Fact]
    public async Task Discipline_is_not_shed_by_a_list_that_no_longer_names_the_licence()
    {
        await ListAsync($"m,Bob,Bell,{Npi},NY:111:LMT;NJ:222:LMT");
        await RosterAsync("NY", "111,Bob,Bell,suspended,", daysAgo: 5);
        Assert.False(Browser.IsListed(Person()));

        await ListAsync($"m,Bob,Bell,{Npi},NJ:222:LMT");

        Assert.False(Browser.IsListed(Person()));
        await RosterAsync("NY", "111,Bob,Bell,active,2027-12-31");
        Assert.True(Browser.IsListed(Person()));
        Assert.Equal("US-NJ/222", Assert.Single(Person().Licences).Key.ToString());
    }

    [Fact]
    public async Task Discipline_that_comes_after_a_list_ceased_to_name_the_licence_counts_too()
    {
        await ListAsync($"m,Bob,Bell,{Npi},NY:111:LMT;NJ:222:LMT");
        await ListAsync($"m,Bob,Bell,{Npi},NJ:222:LMT");

        await RosterAsync("NY", "111,Bob,Bell,revoked,");

        Assert.False(Browser.IsListed(Person()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_that_named_the_licence_counts_though_a_newer_one_came_first(bool rosterLast)
    {
        await ListOfAsync("2026-10-01", $"m,Bob,Bell,{Npi},NJ:222:LMT");
        if (!rosterLast)
            await RosterAsync("NY", "111,Bob,Bell,suspended,");
        await ListOfAsync("2026-09-01", $"m,Bob,Bell,{Npi},NY:111:LMT;NJ:222:LMT");
        if (rosterLast)
            await RosterAsync("NY", "111,Bob,Bell,suspended,");

        Assert.False(Browser.IsListed(Person()));
        Assert.Equal(["US-NJ/222", "US-NY/111"], Person().Licences.Select(licence => licence.Key.ToString()).Order());
    }

    [Fact]
    public async Task A_licence_no_longer_named_says_nothing_good_and_nothing_of_another_person()
    {
        await ListAsync($"m,Bob,Bell,{Npi},TX:111:LMT;NJ:222:LMT");
        await ListAsync($"m,Bob,Bell,{Npi},NJ:222:LMT");

        await RosterAsync("TX", "111,Bob,Bell,active,2027-12-31", daysAgo: 5);
        Assert.Equal("US-NJ/222", Assert.Single(Person().Licences).Key.ToString());

        await RosterAsync("TX", "111,Cynthia,Quinn,revoked,");
        Assert.True(Browser.IsListed(Person()));
        Assert.False(Person().IdentityConflict);
    }

    [Fact]
    public async Task An_exclusion_is_not_shed_by_a_list_that_no_longer_names_the_npi()
    {
        await ListAsync($"m,Bob,Bell,{Npi},NJ:222:LMT");
        await CheckAsync($"npi:{Npi},exclusion,primary-source,2026-11-01,excluded,");

        await ListAsync("m,Bob,Bell,,NJ:222:LMT");

        Assert.Equal(ExclusionStatus.Excluded, Person().Exclusion?.Status);
        await CheckAsync($"npi:{Npi},exclusion,primary-source,2026-11-09,clear,");
        Assert.Null(Person().Exclusion);
    }

    [Fact]
    public async Task Keys_no_longer_named_join_nobody()
    {
        await ListAsync("m,Bob,Bell,,NY:111:LMT");
        await ListAsync("m,Bob,Bell,,NJ:222:LMT");

        await ListAsync("n,Bob,Bell,,NY:111:LMT");

        Assert.Equal(2, bench.Therapists().Count);
        Assert.All(bench.Therapists(), therapist => Assert.False(therapist.IdentityConflict));
    }

    [Fact]
    public async Task Numbers_of_different_professions_are_different_licences()
    {
        await ListAsync("m,Bob,Bell,,NY:1234:Esthetician", "n,Carl,Quinn,,NY:1234:LMT");

        Assert.All(bench.Therapists(), therapist => Assert.False(therapist.IdentityConflict));
        await RosterAsync("NY", "1234,Carl,Quinn,active,2027-12-31");
        Assert.All(bench.Therapists(), therapist => Assert.False(therapist.IdentityConflict));
        Assert.Equal([null, RegisterBench.Today], bench.Therapists().OrderBy(therapist => therapist.Name.Value.Given).Select(therapist => therapist.Licences[0].CheckedOn));
    }

    [Fact]
    public async Task A_title_of_another_profession_hides_no_discipline_of_the_massage_board()
    {
        await ListAsync("m,Bob,Bell,,NY:1234:Bodyworker;NJ:222:LMT");

        await RosterAsync("NY", "1234,Bob,Bell,revoked,");

        Assert.False(Browser.IsListed(Person()));
    }

    [Fact]
    public async Task Half_a_name_confirms_no_licence()
    {
        await ListAsync("m,Bob,Smith,,TX:40507:LMT", "n,Maria,Ortiz,,TX:40508:LMT", "o,Peggy,Doe,,TX:40509:LMT");

        await RosterAsync("TX", "40507,Cynthia,Smith,active,2027-12-31\n40508,Maria,Feldman,active,2027-12-31\n40509,Margaret,Doe,active,2027-12-31");

        Assert.Equal(
            [("Bob", false, true), ("Maria", true, false), ("Peggy", true, false)],
            bench.Therapists().Select(therapist => (therapist.Name.Value.Given, therapist.Licences[0].CheckedOn is not null, therapist.IdentityConflict)).Order());
        Assert.Equal([0, 1, 1], bench.Therapists().OrderBy(therapist => therapist.Name.Value.Given).Select(TierOf));
    }

    private TherapistProfile Person() => Assert.Single(bench.Therapists());

    private static int TierOf(TherapistProfile therapist) => TierAssessor.Assess(therapist, Texas, RegisterBench.Today, Shipped.Knowledge).Tier;

    private Task ListAsync(params string[] members) => ListOfAsync("2026-10-01", members);

    private async Task ListOfAsync(string day, params string[] members) => Succeeded(await bench.ImportTextAsync(
        ImportFormat.Members, $"memberKey,given,family,npi,licences,asOf\n{string.Concat(members.Select(member => $"{member},{day}\n"))}", organization: Guild));

    private async Task CheckAsync(string check) => Succeeded(await bench.ImportTextAsync(
        ImportFormat.Verifications, $"subject,aspect,method,checkedOn,outcome,validUntil,source\n{check},Register\n", organization: Guild));

    private async Task RosterAsync(string state, string rows, int daysAgo = 0) => Succeeded(await bench.ImportTextAsync(
        ImportFormat.Roster, $"number,given,family,status,expires\n{rows}\n", daysAgo, new FeedOptions { State = StateCode.Parse(state) }));

    private static void Succeeded(ImportReport report) => Assert.True(report.Succeeded, report.Errors.FirstOrDefault()?.ToString());
}
