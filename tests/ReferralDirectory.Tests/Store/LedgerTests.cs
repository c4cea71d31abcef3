using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Tests.Store;

public sealed class LedgerTests
{
    private static readonly SubjectKey Someone = SubjectKey.Of(People.NpiOf(1));

    [Fact]
    public async Task An_entry_comes_back_as_it_was_written()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var entry = People.Check(Someone with { Zip = People.Zip("13202") }) with { Reference = "aetna/aetna-ppo", Hours = 500, Note = "page 3" };
        await WriteAsync(store, entry, synthetic: true);

        await using var context = store.Open();
        Assert.Equal(entry, LedgerMapping.ToVerification(await context.Ledger.SingleAsync()));
    }

    [Fact]
    public async Task An_entry_cannot_be_changed()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await WriteAsync(store, People.Check(Someone), synthetic: true);

        await RefusedAsync(store, forgetting: true, ledger => ledger.ExecuteUpdateAsync(set => set.SetProperty(row => row.Note, "better")));
    }

    [Fact]
    public async Task An_entry_about_a_real_person_cannot_be_deleted_not_even_with_the_demonstration()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await WriteAsync(store, People.Check(Someone), synthetic: false);

        await RefusedAsync(store, forgetting: true, ledger => ledger.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_synthetic_entry_goes_with_the_demonstration_only()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await WriteAsync(store, People.Check(Someone), synthetic: true);

        await RefusedAsync(store, forgetting: false, ledger => ledger.ExecuteDeleteAsync());
        Assert.Equal(1, await ChangeAsync(store, forgetting: true, ledger => ledger.ExecuteDeleteAsync()));
    }

    [Fact]
    public void Entries_that_differ_anywhere_have_different_fingerprints()
    {
        var entry = People.Check(Someone);
        Verification[] others =
        [
            entry with { Subject = SubjectKey.Of(People.NpiOf(2)) }, entry with { Subject = Someone with { Zip = People.Zip("13202") } },
            entry with { Aspect = VerificationAspect.Phone }, entry with { Reference = "x" }, entry with { Source = "x" }, entry with { Method = FactMethod.PublicReport },
            entry with { CheckedOn = People.Day }, entry with { Outcome = VerificationOutcome.Revoked }, entry with { ValidUntil = null }, entry with { Hours = 1 },
            entry with { Note = "x" },
        ];

        var prints = others.Append(entry).Select(LedgerMapping.FingerprintOf).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(others.Length + 1, prints.Count);
        Assert.Contains(LedgerMapping.FingerprintOf(People.Check(Someone)), prints);
    }

    private static Task WriteAsync(TemporaryStore store, Verification entry, bool synthetic) => store.WriteAsync(unit =>
    {
        using (var organizations = new RowInserter<OrganizationRow>(unit.Context))
            organizations.Insert(OrganizationRow.Of(People.AllianceOrganization));
        using var ledger = new RowInserter<LedgerRow>(unit.Context);
        ledger.Insert(LedgerMapping.ToRow(entry, LedgerMapping.FingerprintOf(entry), id: 1, importId: 1, synthetic));
    });

    private static Task<int> ChangeAsync(TemporaryStore store, bool forgetting, Func<DbSet<LedgerRow>, Task<int>> change) =>
        store.Gate.WriteAsync(
            async (unit, cancellationToken) =>
            {
                unit.State.ForgettingInventedChecks = forgetting;
                await unit.Context.SaveChangesAsync(cancellationToken);
                return await change(unit.Context.Ledger);
            },
            CancellationToken.None);

    private static async Task RefusedAsync(TemporaryStore store, bool forgetting, Func<DbSet<LedgerRow>, Task<int>> change)
    {
        var refusal = await Assert.ThrowsAsync<SqliteException>(() => ChangeAsync(store, forgetting, change));
        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }
}
