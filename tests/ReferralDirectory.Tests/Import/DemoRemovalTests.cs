using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Import;

public sealed class DemoRemovalTests
{
    [Fact]
    public async Task The_demonstration_goes_entirely_and_real_people_stay()
    {
        await using var bench = await ImportBench.CreateAsync();
        var real = People.Record("r1", 2, ImportBench.RealRegister.Id) with { Synthetic = false };
        await bench.ImportAsync(real);
        await bench.ImportMembersAsync([People.Record("m1", 1), People.Record("m2", 2)], force: true);
        await bench.ImportAsync(
            new FileContent { Rows = 1, Verifications = [People.Check(SubjectKey.Of(real.Licences[0].Key))] }, ImportFormat.Verifications, People.Alliance, force: true);
        Assert.NotNull(bench.Read().Therapists[0].Licences[0].CheckedOn);
        var revision = bench.Read().Revision;

        var report = await bench.Store.Get<DemoRemoval>().RemoveAsync(CancellationToken.None);

        Assert.Equal((2, 1, 2), (report.Records, report.Verifications, report.Organizations));
        Assert.Equal([ImportBench.RealRegister], bench.Read().Organizations);
        var left = Assert.Single(bench.Read().Therapists);
        Assert.False(left.Synthetic);
        Assert.Equal(new TherapistId(1), left.Id);
        Assert.Null(left.Licences[0].CheckedOn);
        Assert.Equal([new TherapistId(2)], bench.Store.Reader.ReadSince(revision, CancellationToken.None).Removed);
        await using var context = bench.Store.Open();
        Assert.False((await context.State.SingleAsync()).ForgettingInventedChecks);
    }

    [Fact]
    public async Task The_number_of_a_check_that_was_removed_is_never_given_again()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Check(SubjectKey.Of(People.NpiOf(1))), People.Check(SubjectKey.Of(People.NpiOf(2))));
        await bench.Store.Get<DemoRemoval>().RemoveAsync(CancellationToken.None);
        var real = People.Check(SubjectKey.Of(People.NpiOf(3))) with { CheckedBy = ImportBench.RealRegister.Id };

        await bench.ImportAsync(real);

        await using var context = bench.Store.Open();
        Assert.Equal(3, (await context.Ledger.SingleAsync()).Id);
    }

    [Fact]
    public async Task Resolving_everyone_again_finds_no_difference_until_a_row_is_tampered_with()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1), People.Record("m2", 2), People.Record("m3", 1));
        await bench.ImportAsync(People.Check(SubjectKey.Of(People.NpiOf(1))));
        var check = bench.Store.Get<Reresolution>();
        Assert.Equal(0, (await check.CompareAsync(CancellationToken.None)).Differences);

        await using var context = bench.Store.Open();
        await context.Licences.Where(row => row.TherapistId == 2).ExecuteDeleteAsync();

        Assert.Equal(1, (await check.CompareAsync(CancellationToken.None)).Differences);
    }

    [Fact]
    public async Task What_other_rules_resolved_is_resolved_anew_once()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1), People.Record("m2", 2));
        var rules = bench.Store.Get<Reresolution>();
        await using var context = bench.Store.Open();
        await context.Licences.Where(row => row.TherapistId == 2).ExecuteDeleteAsync();
        await bench.Store.WriteAsync(unit => unit.State.ResolverVersion = TherapistResolver.Version - 1);

        Assert.Equal(1, await rules.FollowRulesAsync(CancellationToken.None));
        Assert.Equal(0, (await rules.CompareAsync(CancellationToken.None)).Differences);
        await context.Licences.Where(row => row.TherapistId == 2).ExecuteDeleteAsync();
        Assert.Equal(0, await rules.FollowRulesAsync(CancellationToken.None));
    }
}
