using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Linking;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reviews;
using ReferralDirectory.Store.Rows;
using ReferralDirectory.Tests.Import.Registers;

namespace ReferralDirectory.Tests.Linking;

/// <summary>Two lists name the same people without a common key.</summary>
public sealed class LinkRunTests
{
    private const string Header = "memberKey,asOf,given,family,email,line1,city,state,zip,phone,modalities,licences\n";

    // Enough others that the weights mean something.
    private static readonly string Others = string.Concat(Enumerable.Range(0, 40).Select(i =>
        $"o{i},2026-10-01,{"Ivo Lena Omar Tess Nils"[..].Split(' ')[i % 5]},Quill{(char)('a' + (i % 26))}{i},quill{i}@example.org,{100 + i} Side St,Austin,TX,78701,512-555-{100 + i:0000},swedish,\n"));

    private const string BeaOfTheGuild = "g1,2026-11-01,Bea,Marsh,bea.marsh@example.org,9 Elm St,Austin,TX,78701,512-555-0199,swedish,\n";

    [Fact]
    public async Task Whoever_is_surely_one_person_is_merged_with_every_value_kept_and_the_old_id_redirects()
    {
        await using var bench = await WithTwoListsAsync();
        var before = bench.Therapists().Where(IsBea).Select(therapist => therapist.Id).ToList();

        await bench.Store.Get<LinkRun>().RunAsync(CancellationToken.None);

        var bea = Assert.Single(bench.Therapists(), IsBea);
        Assert.Equal(2, before.Count);
        Assert.Equal(2, bea.Memberships.Length);
        Assert.Equal([new Redirect(before[1], before[0])], bench.Store.Reader.ReadAll(CancellationToken.None).Redirects);
    }

    [Fact]
    public async Task A_merge_is_explained_and_a_person_undoes_it_for_good()
    {
        await using var bench = await WithTwoListsAsync();
        await bench.Store.Get<LinkRun>().RunAsync(CancellationToken.None);
        var merge = (await bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: true, CancellationToken.None)).Single(review => review.Kind == ReviewKind.SamePerson && review.Name.Contains("Marsh", StringComparison.Ordinal));

        Assert.Equal("merged", merge.Decision?.Outcome);
        Assert.Contains("email", merge.Finding, StringComparison.Ordinal);
        Assert.Null(await bench.Store.Get<ReviewDecisions>().DecideAsync(merge.Id, "apart", "K. Reed: sisters.", CancellationToken.None));

        Assert.Equal(2, bench.Therapists().Count(IsBea));
        await bench.Store.Get<LinkRun>().RunAsync(CancellationToken.None);
        Assert.Equal(2, bench.Therapists().Count(IsBea));
    }

    [Fact]
    public async Task A_merge_outlasts_a_new_file_of_either_list()
    {
        await using var bench = await WithTwoListsAsync();
        await bench.Store.Get<LinkRun>().RunAsync(CancellationToken.None);

        await ImportAsync(bench, "guild", "g1,2026-11-15,Bea,Marsh-Ito,bea.marsh@example.org,9 Elm St,Austin,TX,78701,512-555-0199,swedish,\n" + Others);

        Assert.Single(bench.Therapists(), IsBea);
    }

    [Fact]
    public async Task A_report_keeps_nothing()
    {
        await using var bench = await WithTwoListsAsync();

        var found = bench.Store.Get<LinkRun>().Find();

        Assert.Contains(found.Result.Pairs, pair => pair.Zone == Matching.Vetting.Linkage.LinkZone.Merged);
        Assert.Equal(2, bench.Therapists().Count(IsBea));
        Assert.Empty(await bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: true, CancellationToken.None));
    }

    [Fact]
    public async Task A_run_parts_whom_it_merged_once_a_licence_contradicts_and_the_old_id_leads_on()
    {
        await using var bench = await WithTwoListsAsync();
        await LinkAsync(bench);
        var merged = Assert.Single(bench.Therapists(), IsBea).Id;
        await ImportAsync(bench, "guild", BeaOfTheGuildWith("US-TX:MT100001") + Others);
        await ImportAsync(bench, "society", "s1,2026-11-15,Beatrice,Marsh,bea.marsh@example.org,9 Elm Street,Austin,TX,78701,512-555-0199,swedish,US-TX:MT777777\n");
        Assert.Single(bench.Therapists(), IsBea);

        var report = bench.Store.Get<LinkRun>().Find();
        await LinkAsync(bench);

        Assert.Equal("member:guild/g1", Assert.Single(report.Parted).One.Key);
        var two = bench.Therapists().Where(IsBea).Select(therapist => therapist.Id).ToList();
        Assert.Equal(2, two.Count);
        Assert.Contains(merged, two);
        Assert.All(bench.Store.Reader.ReadAll(CancellationToken.None).Redirects, redirect => Assert.Equal(merged, redirect.To));
        Assert.Empty(bench.Store.Get<LinkRun>().Find().Parted);
    }

    [Fact]
    public async Task Whom_a_person_merged_no_run_parts()
    {
        await using var bench = await WithTwoListsAsync();
        await LinkAsync(bench);
        var merge = (await bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: true, CancellationToken.None)).Single(review => review.Kind == ReviewKind.SamePerson);
        Assert.Null(await bench.Store.Get<ReviewDecisions>().DecideAsync(merge.Id, "merged", "K. Reed: asked her.", CancellationToken.None));
        await ImportAsync(bench, "guild", BeaOfTheGuildWith("US-TX:MT100001") + Others);
        await ImportAsync(bench, "society", "s1,2026-11-15,Beatrice,Marsh,bea.marsh@example.org,9 Elm Street,Austin,TX,78701,512-555-0199,swedish,US-TX:MT777777\n");

        await LinkAsync(bench);

        Assert.Single(bench.Therapists(), IsBea);
    }

    [Fact]
    public async Task A_third_record_goes_with_whom_it_still_agrees_when_the_others_are_parted()
    {
        await using var bench = await WithTwoListsAsync();
        await ImportAsync(bench, "union", "u1,2026-11-01,Bea,Marsh,bea.marsh@example.org,9 Elm St,Austin,TX,78701,512-555-0199,swedish,\n");
        await LinkAsync(bench);
        Assert.Single(bench.Therapists(), IsBea);

        await ImportAsync(bench, "society", "s1,2026-11-15,Beatrice,Marsh,b.marsh@example.com,77 Oak Ave,El Paso,TX,79901,915-555-0101,swedish,\n");
        await LinkAsync(bench);

        Assert.Equal([1, 2], bench.Therapists().Where(IsBea).Select(therapist => therapist.Memberships.Length).Order());
    }

    [Fact]
    public async Task A_second_run_over_an_unchanged_store_changes_nothing()
    {
        await using var bench = await WithTwoListsAsync();

        // All alike but the licence: for a person.
        const string Rosa = "2026-11-01,Rosa,Zimm,rosa@example.org,5 Ash St,Austin,TX,78704,512-555-0177,swedish";
        await ImportAsync(bench, "guild", BeaOfTheGuild + Others + $"g2,{Rosa},US-TX:MT100001\n");
        await ImportAsync(bench, "union", $"u1,{Rosa},US-TX:MT777777\n");
        await LinkAsync(bench);
        var before = await StoredAsync(bench);
        ((ManualClock)bench.Store.Get<TimeProvider>()).Advance(TimeSpan.FromDays(3));

        var (findings, differing) = await bench.Store.Get<LinkRun>().RunAsync(CancellationToken.None);

        Assert.Equal((0, 0, 0), (differing, findings.Joined.Count, findings.Parted.Count));
        Assert.NotEmpty(before.Decisions);
        Assert.NotEmpty(before.Reviews);
        Assert.Equal(before.Decisions, (await StoredAsync(bench)).Decisions);
        Assert.Equal(before.Reviews, (await StoredAsync(bench)).Reviews);
        Assert.Equal(before.Revision, (await StoredAsync(bench)).Revision);
    }

    [Theory]
    [InlineData("bea~m@example.org")]
    [InlineData("bea@example.org")]
    public async Task A_merge_of_a_member_whose_key_is_an_address_or_holds_a_tilde_is_undone_like_any_other(string key)
    {
        await using var bench = await WithTwoListsAsync(key);
        await LinkAsync(bench);
        var merge = (await bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: true, CancellationToken.None)).Single(review => review.Name.Contains("Marsh", StringComparison.Ordinal));

        Assert.Null(await bench.Store.Get<ReviewDecisions>().DecideAsync(merge.Id, "apart", "K. Reed: sisters.", CancellationToken.None));

        Assert.Equal(2, bench.Therapists().Count(IsBea));
    }

    private static string BeaOfTheGuildWith(string licence) => BeaOfTheGuild.Replace("swedish,", $"swedish,{licence}", StringComparison.Ordinal);

    private static Task<(LinkFindings Findings, int Differing)> LinkAsync(RegisterBench bench) => bench.Store.Get<LinkRun>().RunAsync(CancellationToken.None);

    private static async Task<(List<LinkDecisionRow> Decisions, List<LinkReviewRow> Reviews, long Revision)> StoredAsync(RegisterBench bench)
    {
        await using var context = bench.Store.Open();
        return (
            await context.LinkDecisions.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await context.LinkReviews.AsNoTracking().OrderBy(row => row.OneKey).ToListAsync(),
            (await context.State.AsNoTracking().SingleAsync()).Revision);
    }

    private static bool IsBea(TherapistProfile therapist) => therapist.Name.Value.Given.StartsWith("Bea", StringComparison.Ordinal);

    private static async Task<RegisterBench> WithTwoListsAsync(string other = "s1")
    {
        var bench = await RegisterBench.CreateAsync();
        await bench.Store.Get<Importer>().ImportAsync(new ImportRequest { Path = Shipped.SeedData, Format = ImportFormat.Knowledge }, progress: null, CancellationToken.None);
        await bench.ImportTextAsync(ImportFormat.Organizations, "id,name,kind,website,synthetic\nguild,Guild,trade-organisation,,yes\nsociety,Society,trade-organisation,,yes\nunion,Union,trade-organisation,,yes\n");
        await ImportAsync(bench, "guild", BeaOfTheGuild + Others);
        await ImportAsync(bench, "society", $"{other},2026-11-01,Beatrice,Marsh,bea.marsh@example.org,9 Elm Street,Austin,TX,78701,512-555-0199,swedish,\n");
        return bench;
    }

    private static async Task ImportAsync(RegisterBench bench, string organization, string rows)
    {
        var report = await bench.ImportTextAsync(ImportFormat.Members, Header + rows, organization: Code<Organization>.Parse(organization));
        Assert.True(report.Succeeded, report.Errors.FirstOrDefault()?.ToString());
    }
}
