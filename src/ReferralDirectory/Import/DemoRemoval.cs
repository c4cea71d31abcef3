using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>What a demo removal took out.</summary>
internal sealed record DemoRemovalReport(int Records, int Verifications, int Organizations, int Therapists, long Revision);

/// <summary>Takes the demonstration out again, entirely: its people leave tombstones, its ledger entries go too.</summary>
internal sealed class DemoRemoval(WriteGate gate)
{
    public Task<DemoRemovalReport> RemoveAsync(CancellationToken cancellationToken) =>
        gate.WriteAsync(async (unit, token) => await RemoveAsync(unit, token), cancellationToken);

    private static async Task<DemoRemovalReport> RemoveAsync(WriteUnit unit, CancellationToken cancellationToken)
    {
        var context = unit.Context;
        var touched = new TouchedRecords();
        var entriesRemoved = InventedChecks.Forget(unit, touched);
        var records = context.SourceRecords.Where(row => row.Synthetic);
        touched.Keys.UnionWith(
            await context.RecordKeys.Where(key => records.Any(row => row.Id == key.RecordId)).Select(key => key.Key).ToListAsync(cancellationToken));
        var former = await records.Where(row => row.TherapistId != null).Select(row => row.TherapistId!.Value).Distinct().ToListAsync(cancellationToken);
        var recordsRemoved = await records.ExecuteDeleteAsync(cancellationToken);
        new TherapistPublisher(unit).Publish(touched, former, progress: null, cancellationToken);
        var organizationsRemoved = await context.Organizations.Where(row => row.Synthetic).ExecuteDeleteAsync(cancellationToken);
        if (organizationsRemoved > 0)
            unit.NoteOrganizations();

        unit.State.Seed = SeedKind.None;
        unit.State.DemoImportedOn = null;
        return new DemoRemovalReport(recordsRemoved, entriesRemoved, organizationsRemoved, former.Count, unit.RevisionAfter);
    }
}
