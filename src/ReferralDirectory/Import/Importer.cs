using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// The way in for every fact: reads a file, judges it whole, and stores it whole or not at all. What it says is resolved with all
/// that is known already, in the same transaction.
/// </summary>
internal sealed class Importer(
    WriteGate gate, IDbContextFactory<DirectoryContext> contexts, SnapshotReader snapshots, PlaceTable places, ReadFile readFile, TimeProvider time)
{
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task<ImportReport> ImportAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new ImportProgress(ImportStage.Reading, 0, 0));
        var errors = new ImportErrors(Path.GetFileName(Path.TrimEndingDirectorySeparator(request.Path)));
        var organization = await JudgeRequestAsync(request, errors, cancellationToken);
        if (errors.Count > 0)
            return Refused(request, errors, rows: 0);

        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var staged = readFile(request.Format, request.Path, new ImportContext(organization, today, snapshots.ReadKnowledge(), places), errors);
        if (errors.Count > 0)
            return Refused(request, errors, staged.Rows);

        var digest = await FileDigest.OfAsync(request.Path, cancellationToken);
        return await gate.WriteAsync(
            (unit, token) => Task.FromResult(Store(unit, request, staged, organization, digest, errors, progress, token)), cancellationToken);
    }

    private async Task<Organization?> JudgeRequestAsync(ImportRequest request, ImportErrors errors, CancellationToken cancellationToken)
    {
        if (!File.Exists(request.Path) && !Directory.Exists(request.Path))
            errors.Add(null, null, "file-not-found", request.Path, "There is no such file: check the path.");
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var organization = OrganizationLookup.Find(context, request, errors);
        DemoSeparation.Judge(context, request, organization, errors);
        return organization;
    }

    private ImportReport Store(
        WriteUnit unit, ImportRequest request, StagedImport staged, Organization? organization, string digest, ImportErrors errors,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        // Judged again: another import may have come in between.
        DemoSeparation.Judge(unit.Context, request, organization, errors);
        if (errors.Count > 0)
        {
            unit.Discard();
            return Refused(request, errors, staged.Rows);
        }

        progress?.Report(new ImportProgress(ImportStage.Storing, 0, 0));
        var id = unit.NewImportId();
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var counts = StagedOrganizations.Store(unit, staged.Organizations)
            + StagedKnowledge.Store(unit, staged.Knowledge, staged.Rows)
            + StagedRecords.Store(unit, staged.Records, id, touched, errors)
            + StagedVerifications.Store(unit, staged.Verifications, organization, id, touched, errors);
        new TherapistPublisher(unit).Publish(touched, formerTherapists: [], progress, cancellationToken);

        if (counts.StoredAnything && !request.DryRun)
            unit.Context.Add(LogEntry(unit, request, staged, digest, counts, id.Value));
        else
            unit.Discard();
        return new ImportReport
        {
            Id = unit.IsDiscarded ? null : id,
            Format = request.Format.ToString().ToLowerInvariant(),
            File = errors.File,
            DryRun = request.DryRun,
            Rows = staged.Rows,
            Added = counts.Added,
            Changed = counts.Changed,
            Unchanged = counts.Unchanged,
            Revision = unit.IsDiscarded ? unit.State.Revision : unit.RevisionAfter,
            Errors = [],
            Warnings = errors.Warnings,
        };
    }

    private ImportRow LogEntry(WriteUnit unit, ImportRequest request, StagedImport staged, string digest, RowCounts counts, long id) => new()
    {
        Id = id,
        Format = request.Format.ToString().ToLowerInvariant(),
        FileName = Path.GetFileName(Path.TrimEndingDirectorySeparator(request.Path)),
        Sha256 = digest,
        Organization = request.Organization,
        ImportedAt = time.GetUtcNow(),
        Rows = staged.Rows,
        Added = counts.Added,
        Changed = counts.Changed,
        Unchanged = counts.Unchanged,
        Revision = unit.RevisionAfter,
    };

    private ImportReport Refused(ImportRequest request, ImportErrors errors, int rows) => new()
    {
        Id = null,
        Format = request.Format.ToString().ToLowerInvariant(),
        File = errors.File,
        DryRun = request.DryRun,
        Rows = rows,
        Revision = snapshots.ReadRevision(),
        Errors = errors.Errors,
        Warnings = errors.Warnings,
    };
}
