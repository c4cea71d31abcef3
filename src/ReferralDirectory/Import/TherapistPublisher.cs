using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Resolves therapists from their records and the ledger, and writes those that come out different from what is stored.</summary>
internal sealed class TherapistPublisher(WriteUnit unit)
{
    private const int ProgressStep = 250;

    private readonly DirectoryContext context = unit.Context;

    /// <summary>Resolves whoever a change can reach. The answer is the number of therapists that differ, tombstones included.</summary>
    /// <param name="touched">What changed.</param>
    /// <param name="formerTherapists">The therapists of records that were taken out.</param>
    /// <param name="progress">Hears of persons resolved.</param>
    /// <param name="cancellationToken">Stops between two persons.</param>
    public int Publish(
        TouchedRecords touched, IReadOnlyCollection<long> formerTherapists, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken) =>
        touched.Keys.Count == 0 && formerTherapists.Count == 0
            ? 0
            : Publish(AffectedRecords.Reach(context, touched), formerTherapists, progress, cancellationToken);

    /// <summary>Resolves everyone, and hands each profile over as it comes out. A store that is in order answers 0.</summary>
    public int PublishAll(Action<TherapistProfile> resolved, CancellationToken cancellationToken) =>
        Publish(AffectedRecords.All(context), context.Therapists.Select(row => row.Id).ToList(), progress: null, cancellationToken, resolved);

    private int Publish(
        AffectedRecords affected, IReadOnlyCollection<long> formerTherapists, IProgress<ImportProgress>? progress, CancellationToken cancellationToken,
        Action<TherapistProfile>? resolved = null)
    {
        var identities = TherapistIdentities.Assign(unit, affected, formerTherapists);
        var listings = new ListingIdentities(unit, identities);
        var stored = TherapistRowReader.Read(context.Connection, identities.Groups.Select(group => group.Id.Value)).ToDictionary(rows => rows.Therapist.Id);
        var differing = new List<TherapistRows>();
        for (var i = 0; i < identities.Groups.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (group, id) = identities.Groups[i];
            var profile = TherapistResolver.Resolve(group, affected.LedgerOf(group), id, unit.NextRevision, placeKey => listings.IdOf(id, placeKey));
            resolved?.Invoke(profile);
            var rows = ProfileToRows.Map(profile);
            if (!stored.TryGetValue(id.Value, out var old) || !rows.SaysTheSameAs(old))
                differing.Add(rows);
            if ((i + 1) % ProgressStep == 0 || i + 1 == identities.Groups.Count)
                progress?.Report(new ImportProgress(ImportStage.Resolving, i + 1, identities.Groups.Count));
        }

        Write(differing, stored.Keys, identities.Gone);
        listings.Save();
        AssignRecords(affected, identities);
        Retire(identities);
        return differing.Count + identities.Gone.Count;
    }

    private void Write(List<TherapistRows> differing, IReadOnlyCollection<long> storedIds, IReadOnlyList<long> gone)
    {
        using var writer = new TherapistRowWriter(context);

        // Facts of the gone go first: a survivor takes over their listings' ids.
        writer.ClearFacts(differing.Select(rows => rows.Therapist.Id).Intersect(storedIds).Concat(gone));
        writer.Write(differing);
        foreach (var id in differing.Select(rows => rows.Therapist.Id))
            unit.NoteTherapist(new TherapistId(id), storedIds.Contains(id) ? ChangeKind.Changed : ChangeKind.Added);
    }

    private void AssignRecords(AffectedRecords affected, TherapistIdentities identities)
    {
        using var update = context.Database.GetDbConnection().CreateCommand();
        update.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        update.CommandText = "UPDATE \"SourceRecords\" SET \"TherapistId\" = @therapist WHERE \"Id\" = @record";
        var (therapist, record) = (update.CreateParameter(), update.CreateParameter());
        (therapist.ParameterName, record.ParameterName) = ("@therapist", "@record");
        update.Parameters.AddRange(new[] { therapist, record });
        foreach (var (group, id) in identities.Groups)
        {
            foreach (var row in group.Records.Select(affected.RowOf).Where(row => row.TherapistId != id.Value))
            {
                (therapist.Value, record.Value) = (id.Value, row.Id);
                update.ExecuteNonQuery();
            }
        }
    }

    /// <summary>Takes therapists out who are no longer anyone, and leaves a redirect where they were merged.</summary>
    private void Retire(TherapistIdentities identities)
    {
        foreach (var gone in identities.Gone)
        {
            if (identities.SurvivorOf(gone) is { } survivor)
            {
                context.Redirects.Where(redirect => redirect.ToId == gone).ExecuteUpdate(set => set.SetProperty(redirect => redirect.ToId, survivor));
                context.Add(new RedirectRow { FromId = gone, ToId = survivor });
            }

            unit.NoteTherapist(new TherapistId(gone), ChangeKind.Removed);
        }

        context.SaveChanges();
        long[] ids = [.. identities.Gone];
        context.Therapists.Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteDelete();
    }
}
