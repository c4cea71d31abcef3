using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// Resolves therapists from their records and the ledger, stored and staged, and stages those that come out different from what is
/// stored, until they are published with the records and entries that made them so.
/// </summary>
internal sealed class TherapistPublisher
{
    private const int ProgressStep = 250;
    private const int BatchSize = 256;

    private readonly WriteUnit unit;
    private readonly DirectoryContext context;
    private TherapistIdentities? identities;

    /// <param name="unit">Its connection sees what <see cref="StagedFacts"/> staged.</param>
    /// <param name="derived">What follows for the ledger from what was staged and what is stored.</param>
    public TherapistPublisher(WriteUnit unit, params ReadOnlySpan<IDerivedEntries> derived)
    {
        this.unit = unit;
        context = unit.Context;
        Records = StagedRecords.Judge(unit);
        DerivedLedger.Stage(context, derived);
        Verifications = StagedVerifications.Judge(unit);
    }

    public StagedRecords Records { get; }

    public StagedVerifications Verifications { get; }

    /// <summary>Resolves whoever the staged facts and touched keys can reach. The answer is the number of therapists that differ, tombstones included.</summary>
    /// <param name="formerTherapists">The therapists of records that were taken out.</param>
    /// <param name="progress">Hears of persons resolved.</param>
    /// <param name="cancellationToken">Stops between two persons.</param>
    public int Prepare(IReadOnlyCollection<long> formerTherapists, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        Prepare(AffectedRecords.Reach(context), formerTherapists, progress, cancellationToken);

    /// <summary>Resolves everyone, and hands each profile over as it comes out. A store that is in order answers 0.</summary>
    public int PrepareAll(Action<TherapistProfile> resolved, CancellationToken cancellationToken) =>
        Prepare(AffectedRecords.All(context), context.Therapists.Select(row => row.Id).ToList(), progress: null, cancellationToken, resolved);

    /// <summary>Brings what was staged into the store.</summary>
    /// <param name="firstImport">The id of the import that the first staged file is.</param>
    public void Publish(long firstImport)
    {
        StagedTherapists.Publish(context);
        Records.Publish(firstImport);
        Verifications.Publish(firstImport);
        context.Database.ExecuteSql(
            $"""
            UPDATE main."SourceRecords" SET "TherapistId" = resolved.TherapistId
            FROM staging.Resolved AS resolved JOIN staging.Reached AS reached ON reached.Id = resolved.RecordId
            WHERE reached.Position IS NULL AND reached.TherapistId IS NOT resolved.TherapistId AND "SourceRecords"."Id" = resolved.RecordId
            """);
        Retire(identities ?? throw new InvalidOperationException("Nobody was resolved yet."));
    }

    private int Prepare(
        AffectedRecords affected, IReadOnlyCollection<long> formerTherapists, IProgress<ImportProgress>? progress, CancellationToken cancellationToken,
        Action<TherapistProfile>? resolved = null)
    {
        identities = TherapistIdentities.Assign(unit, affected, formerTherapists);
        using var staged = new StagedTherapists(context);
        using var assigned = new NumberInserter(context, "Resolved", "RecordId", "TherapistId");
        var listings = new ListingIdentities(unit, identities.MergedInto(), staged);
        var (done, differing) = (0, 0);
        foreach (var person in Persons(affected, identities.Groups, listings).WorkAhead(person => person.Resolve(unit.NextRevision)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var profile = person.Profile(listings);
            resolved?.Invoke(profile);
            foreach (var record in person.Records)
                assigned.Insert(record, profile.Id.Value);
            if (Stage(ProfileToRows.Map(profile), person.Stored, staged))
                differing++;
            if (++done % ProgressStep == 0 || done == identities.Groups.Count)
                progress?.Report(new ImportProgress(ImportStage.Resolving, done, identities.Groups.Count));
        }

        foreach (var gone in identities.Gone)
        {
            staged.Leave(gone);
            unit.NoteTherapist(new TherapistId(gone), ChangeKind.Removed);
        }

        return differing + identities.Gone.Count;
    }

    private bool Stage(TherapistRows rows, TherapistRows? stored, StagedTherapists staged)
    {
        if (stored is not null && rows.SaysTheSameAs(stored))
            return false;
        if (stored is not null)
            staged.Leave(rows.Therapist.Id);
        staged.Add(rows);
        unit.NoteTherapist(new TherapistId(rows.Therapist.Id), stored is null ? ChangeKind.Added : ChangeKind.Changed);
        return true;
    }

    /// <summary>Reads what persons are resolved from, and what is stored of them.</summary>
    private IEnumerable<UnresolvedPerson> Persons(
        AffectedRecords affected, IReadOnlyList<(RecordGroup Group, TherapistId Id)> groups, ListingIdentities listings)
    {
        foreach (var batch in groups.Chunk(BatchSize))
        {
            var records = batch.SelectMany(person => person.Group.Records).ToList();
            var (documents, ledger, former) = (affected.Documents(records), affected.Ledger(records), affected.FormerKeys(records));
            var known = batch.Where(person => person.Group.Records.Any(record => affected.TherapistOf(record) is not null)).Select(person => person.Id.Value).ToList();
            listings.Load(known);
            var stored = TherapistRowReader.Read(context.Connection.Handle!, known).ToDictionary(rows => rows.Therapist.Id);
            foreach (var (group, id) in batch)
            {
                yield return new UnresolvedPerson(
                    group, id, Array.ConvertAll(group.Records, record => documents[record]), [.. group.Records.SelectMany(record => former[record])], ledger,
                    stored.GetValueOrDefault(id.Value));
            }
        }
    }

    /// <summary>Takes therapists out who are no longer anyone, and leaves a redirect where they were merged.</summary>
    private void Retire(TherapistIdentities identities)
    {
        if (identities.Gone.Count == 0)
            return;
        foreach (var gone in identities.Gone)
        {
            if (identities.SurvivorOf(gone) is not { } survivor)
                continue;
            context.Redirects.Where(redirect => redirect.ToId == gone).ExecuteUpdate(set => set.SetProperty(redirect => redirect.ToId, survivor));
            context.Reports.Where(report => report.TherapistId == gone).ExecuteUpdate(set => set.SetProperty(report => report.TherapistId, survivor));
            context.Add(new RedirectRow { FromId = gone, ToId = survivor });
        }

        context.SaveChanges();
        long[] ids = [.. identities.Gone];
        context.Therapists.Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteDelete();
    }
}
