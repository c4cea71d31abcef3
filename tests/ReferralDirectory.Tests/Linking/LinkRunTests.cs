using ReferralDirectory.Import;
using ReferralDirectory.Linking;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reviews;
using ReferralDirectory.Tests.Import.Registers;

namespace ReferralDirectory.Tests.Linking;

/// <summary>Two lists name the same people without a common key.</summary>
public sealed class LinkRunTests
{
    private const string Header = "memberKey,asOf,given,family,email,line1,city,state,zip,phone,modalities\n";

    // Enough others that the weights mean something.
    private static readonly string Others = string.Concat(Enumerable.Range(0, 40).Select(i =>
        $"o{i},2026-10-01,{"Ivo Lena Omar Tess Nils"[..].Split(' ')[i % 5]},Quill{(char)('a' + (i % 26))}{i},quill{i}@example.org,{100 + i} Side St,Austin,TX,78701,512-555-{100 + i:0000},swedish\n"));

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

        await ImportAsync(bench, "guild", "g1,2026-11-15,Bea,Marsh-Ito,bea.marsh@example.org,9 Elm St,Austin,TX,78701,512-555-0199,swedish\n" + Others);

        Assert.Single(bench.Therapists(), IsBea);
    }

    [Fact]
    public async Task A_report_keeps_nothing()
    {
        await using var bench = await WithTwoListsAsync();

        var found = bench.Store.Get<LinkRun>().Find();

        Assert.Contains(found.Pairs, pair => pair.Zone == Matching.Vetting.Linkage.LinkZone.Merged);
        Assert.Equal(2, bench.Therapists().Count(IsBea));
        Assert.Empty(await bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: true, CancellationToken.None));
    }

    [Fact]
    public async Task A_merge_of_members_whose_keys_are_addresses_or_hold_a_tilde_is_undone_like_any_other()
    {
        await using var bench = await WithTwoListsAsync("bea~m@example.org", "bea.marsh@example.org");
        await bench.Store.Get<LinkRun>().RunAsync(CancellationToken.None);
        var merge = (await bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: true, CancellationToken.None)).Single(review => review.Name.Contains("Marsh", StringComparison.Ordinal));

        Assert.Null(await bench.Store.Get<ReviewDecisions>().DecideAsync(merge.Id, "apart", "K. Reed: sisters.", CancellationToken.None));

        Assert.Equal(2, bench.Therapists().Count(IsBea));
    }

    private static bool IsBea(TherapistProfile therapist) => therapist.Name.Value.Given.StartsWith("Bea", StringComparison.Ordinal);

    private static async Task<RegisterBench> WithTwoListsAsync(string one = "g1", string other = "s1")
    {
        var bench = await RegisterBench.CreateAsync();
        await bench.Store.Get<Importer>().ImportAsync(new ImportRequest { Path = Shipped.SeedData, Format = ImportFormat.Knowledge }, progress: null, CancellationToken.None);
        await bench.ImportTextAsync(ImportFormat.Organizations, "id,name,kind,website,synthetic\nguild,Guild,trade-organisation,,yes\nsociety,Society,trade-organisation,,yes\n");
        await ImportAsync(bench, "guild", $"{one},2026-11-01,Bea,Marsh,bea.marsh@example.org,9 Elm St,Austin,TX,78701,512-555-0199,swedish\n" + Others);
        await ImportAsync(bench, "society", $"{other},2026-11-01,Beatrice,Marsh,bea.marsh@example.org,9 Elm Street,Austin,TX,78701,512-555-0199,swedish\n");
        return bench;
    }

    private static async Task ImportAsync(RegisterBench bench, string organization, string rows)
    {
        var report = await bench.ImportTextAsync(ImportFormat.Members, Header + rows, organization: Code<Organization>.Parse(organization));
        Assert.True(report.Succeeded, report.Errors.FirstOrDefault()?.ToString());
    }
}
