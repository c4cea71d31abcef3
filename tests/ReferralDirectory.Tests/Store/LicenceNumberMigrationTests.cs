using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Tests.Store;

public sealed class LicenceNumberMigrationTests
{
    [Theory]
    [InlineData("licence:US-TX/MT040507", "licence:US-TX/40507")]
    [InlineData("licence:US-WA/MAMA60000000", "licence:US-WA/60000000")]
    [InlineData("licence:US-WA/MA60000137", "licence:US-WA/60000137")]
    [InlineData("licence:US-TX/MT40A", "licence:US-TX/MT40A")]
    [InlineData("licence:US-FL/MA12345", "licence:US-FL/MA12345")]
    public async Task Keys_that_were_kept_with_the_board_s_letters_lose_them_and_the_ledger_stays_append_only(string kept, string key)
    {
        await using var store = TemporaryStore.Unprepared();
        await using (var context = store.Open())
        {
            await context.Database.MigrateAsync("20261122100000_VettingFoundations");
            await context.Database.OpenConnectionAsync();
            using (var organizations = new RowInserter<OrganizationRow>(context))
                organizations.Insert(OrganizationRow.Of(People.AllianceOrganization));
            var record = People.Record("m1", 1);
            using (var records = new RowInserter<SourceRecordRow>(context))
            {
                records.Insert(new SourceRecordRow
                {
                    Id = 1,
                    Organization = record.Organization,
                    MemberKey = "m1",
                    AsOf = record.AsOf,
                    Synthetic = true,
                    ImportId = 1,
                    Payload = StoreJson.Write(record),
                });
            }

            await context.Database.ExecuteSqlAsync($"INSERT INTO \"RecordKeys\" (\"Key\", \"RecordId\") VALUES ({kept}, 1)");
            var check = People.Check(new SubjectKey(kept));
            using var ledger = new RowInserter<LedgerRow>(context);
            ledger.Insert(LedgerMapping.ToRow(check, LedgerMapping.FingerprintOf(check), id: 1, importId: 1, synthetic: false));
        }

        await store.PrepareAsync();

        await using var after = store.Open();
        Assert.Equal((key, key), ((await after.RecordKeys.SingleAsync()).Key, (await after.Ledger.SingleAsync()).SubjectKey));
        Assert.Equal(key, SubjectKey.TryParse(kept, out var subject) ? subject.Key : null);
        await Assert.ThrowsAnyAsync<Exception>(() => after.Database.ExecuteSqlAsync($"UPDATE \"Ledger\" SET \"Note\" = 'x'"));
    }
}
