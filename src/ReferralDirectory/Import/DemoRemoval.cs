using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>What a demo removal took out.</summary>
internal sealed record DemoRemovalReport(int Records, int Verifications, int Organizations, int Therapists, long Revision);

/// <summary>Takes the demonstration out again, entirely: its people leave tombstones, its ledger entries go too.</summary>
internal sealed class DemoRemoval(WriteGate gate, StagingAreas stagings)
{
    public async Task<DemoRemovalReport> RemoveAsync(CancellationToken cancellationToken)
    {
        using var area = stagings.Open();
        StagedFacts.None(area);
        return await gate.PublishAsync(area, Remove, holdOthers: true, cancellationToken);
    }

    private static Prepared<DemoRemovalReport> Remove(WriteUnit unit, CancellationToken cancellationToken)
    {
        var context = unit.Context;
        var entriesRemoved = InventedChecks.Forget(unit, toBeRenewed: false);
        var records = context.SourceRecords.Where(row => row.Synthetic);
        context.Database.ExecuteSql(
            $"""
            INSERT INTO staging.Touched
            SELECT DISTINCT key."Key" FROM main."SourceRecords" AS record CROSS JOIN main."RecordKeys" AS key ON key."RecordId" = record."Id" WHERE record."Synthetic"
            """);
        var former = records.Where(row => row.TherapistId != null).Select(row => row.TherapistId!.Value).Distinct().ToList();
        var recordsRemoved = records.ExecuteDelete();
        var publisher = new TherapistPublisher(unit);
        publisher.Prepare(former, progress: null, cancellationToken);
        var organizationsToRemove = context.Organizations.Count(row => row.Synthetic);
        if (organizationsToRemove > 0)
            unit.NoteOrganizations();

        unit.State.Seed = SeedKind.None;
        unit.State.DemoImportedOn = null;
        return new Prepared<DemoRemovalReport>(
            new DemoRemovalReport(recordsRemoved, entriesRemoved, organizationsToRemove, former.Count, unit.RevisionAfter),
            () =>
            {
                publisher.Publish(firstImport: 0);
                context.Organizations.Where(row => row.Synthetic).ExecuteDelete();
            });
    }
}
