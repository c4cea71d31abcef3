using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// The way in for every fact: reads a file, judges it whole, and stores it whole or not at all. What it says is staged beside the store,
/// resolved there with all that is known already, and published in one transaction.
/// </summary>
internal sealed class Importer(
    WriteGate gate, StagingAreas stagings, IDbContextFactory<DirectoryContext> contexts, SnapshotReader snapshots, PlaceTable places, ReadFile readFile, TimeProvider time)
{
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task<ImportReport> ImportAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        (await ImportAllAsync(new ImportBatch([request]), progress, cancellationToken))[0];

    /// <summary>Several files in one transaction: all of them or none, and whoever they reach is resolved once.</summary>
    /// <returns>One report for each file, in their order; none when <see cref="ImportBatch.OnlyIf"/> forbade the batch.</returns>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task<IReadOnlyList<ImportReport>> ImportAllAsync(ImportBatch batch, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new ImportProgress(ImportStage.Reading, 0, 0));
        var knowledge = snapshots.ReadKnowledge();
        using var area = stagings.Open();
        var files = new ReadFileResult[batch.Files.Count];
        using (var facts = new StagedFacts(area, progress))
        {
            // One after the other: each keeps all cores busy, and readers that wait for them side by side would starve the thread pool.
            for (var number = 0; number < files.Length; number++)
                files[number] = await Task.Run(() => ReadAsync(batch.Files[number], number, facts, knowledge, cancellationToken), cancellationToken);
            facts.Close();
        }

        // What the store has become may be why a file is wrong now: then that is the answer.
        return batch.OnlyIf is null && Array.Exists(files, file => file.Errors.Count > 0)
            ? Refused(files)
            : await gate.PublishAsync(area, (unit, token) => Prepare(unit, batch, files, progress, token), WritesAtOnce(batch), cancellationToken);
    }

    /// <summary>Tables are few and quick; what rests on them is judged where they stand already.</summary>
    private static bool WritesAtOnce(ImportBatch batch) =>
        batch.ForgetInventedChecks || batch.Files.Any(request => request.Format == ImportFormat.Knowledge);

    private async Task<ReadFileResult> ReadAsync(
        ImportRequest request, int number, StagedFacts facts, KnowledgeTables knowledge, CancellationToken cancellationToken)
    {
        var errors = new ImportErrors(Path.GetFileName(Path.TrimEndingDirectorySeparator(request.Path)));
        var organization = await JudgeRequestAsync(request, errors, cancellationToken);
        if (errors.Count > 0)
            return new ReadFileResult(request, errors, organization, knowledge.Version, new StagedImport { Rows = 0 }, "");
        try
        {
            if (File.Exists(request.Path))
                FileKind.Judge(request.Path, mayBeArchive: request.Format == ImportFormat.Icd10cm, errors);
            if (errors.Count > 0)
                return new ReadFileResult(request, errors, organization, knowledge.Version, new StagedImport { Rows = 0 }, "");
            var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
            var context = new ImportContext(organization, today, knowledge, places) { Feed = request.Feed, HeldOfNppes = new HeldRecords(contexts, Registers.Nppes) };
            var staged = readFile(request.Format, request.Path, context, facts.Of(number, organization), errors);
            return new ReadFileResult(request, errors, organization, knowledge.Version, staged, await FileDigest.OfAsync([request.Path, .. staged.FurtherFiles], cancellationToken));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            errors.Add(null, null, "unreadable-file", request.Path, $"The file cannot be read: {failure.Message}");
            return new ReadFileResult(request, errors, organization, knowledge.Version, new StagedImport { Rows = 0 }, "");
        }
    }

    private async Task<Organization?> JudgeRequestAsync(ImportRequest request, ImportErrors errors, CancellationToken cancellationToken)
    {
        if (!File.Exists(request.Path) && !Directory.Exists(request.Path))
            errors.Add(null, null, "file-not-found", request.Path, "There is no such file: check the path.");
        if (Directory.Exists(request.Path) && request.Format != ImportFormat.Knowledge)
            errors.Add(null, null, "not-a-file", request.Path, "This is a directory, and only knowledge comes as one: name a CSV file.");
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var organization = OrganizationLookup.Find(context, request, errors);
        DemoSeparation.Judge(context, request, organization, errors);
        return organization;
    }

    private Prepared<IReadOnlyList<ImportReport>> Prepare(
        WriteUnit unit, ImportBatch batch, ReadFileResult[] asRead, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        // Prepared anew when another write comes in between: what an attempt finds goes with it.
        var files = Array.ConvertAll(asRead, file => file with { Errors = file.Errors.Copy() });
        if (batch.OnlyIf?.Invoke(unit.State) == false)
        {
            unit.Discard();
            return Ready([]);
        }

        // Judged again: another import may have come in between.
        foreach (var (number, file) in files.Index())
        {
            JudgeWhatItRestsOn(unit, file);
            DemoSeparation.Judge(unit.Context, file.Request, file.Organization, file.Errors);
            DemoSeparation.JudgeNamed(unit.Context, number, file.Request, file.Organization, file.Errors);
            StagedOrganizations.Judge(unit.Context, file.Staged.Organizations, file.Errors);
            file.Staged.Feed?.Judge(unit.Context, file.Staged.RowsOfFeed, file.Request.Force, file.Errors);
            ExclusionListDoubts.Judge(unit.Context, file.Staged, file.Request.Force, file.Errors);
        }

        if (Array.Exists(files, file => file.Errors.Count > 0))
        {
            unit.Discard();
            return Ready(Refused(files));
        }

        progress?.Report(new ImportProgress(ImportStage.Storing, 0, 0));
        if (batch.ForgetInventedChecks)
            InventedChecks.Forget(unit, toBeRenewed: true);
        var read = files.Select(file => (file.Staged, file.Errors)).ToList();
        var exclusions = ExclusionRun.Of(unit.Context, read);
        var publisher = new TherapistPublisher(unit, [.. new IDerivedEntries?[] { exclusions }.OfType<IDerivedEntries>(), .. InsurerFileRun.Of(read)]);
        var ids = Array.ConvertAll(files, _ => unit.NewImportId());
        var stored = files.Select((file, number) => StoredOf(unit, file, ids[number], Store(unit, file, number, publisher, exclusions))).ToList();
        publisher.Prepare(formerTherapists: [], progress, cancellationToken);
        var licences = files.Select((file, number) => RosterFindings.Of(unit.Context, number, file.Staged, file.Errors)).ToList();

        batch.Mark?.Invoke(unit.State);

        var isAllKnown = batch.Mark is null && !stored.Exists(entry => entry.IsNews) && !publisher.Records.RememberKeys;
        if (isAllKnown || Array.Exists(files, file => file.Request.DryRun))
        {
            unit.Discard();
        }
        else
        {
            unit.Context.AddRange(stored.Where(entry => entry.IsNews).Select(entry => LogEntry(unit, entry)));
        }

        return new Prepared<IReadOnlyList<ImportReport>>(
            [.. stored.Select((entry, number) => ReportOf(unit, entry) with { Licences = licences[number] })],
            () =>
            {
                progress?.Report(new ImportProgress(ImportStage.Publishing, 0, 0));
                foreach (var file in files)
                {
                    StagedOrganizations.Publish(unit.Context, file.Staged.Organizations);
                    StagedIcd10Codes.Publish(unit.Context, file.Staged);
                }

                publisher.Publish(ids[0].Value);
                exclusions?.Publish(unit.Context);
                foreach (var (file, id, _, _) in stored.Where(entry => entry.IsNews))
                    file.Staged.Feed?.Store(unit.Context, file.Staged.RowsOfFeed, file.Errors.File, id.Value);
            });

        static Prepared<IReadOnlyList<ImportReport>> Ready(IReadOnlyList<ImportReport> reports) => new(reports, () => { });
    }

    /// <summary>A list was read against tables and for an organisation or an insurer: they must be the same still.</summary>
    private static void JudgeWhatItRestsOn(WriteUnit unit, ReadFileResult file)
    {
        if (file.Organization is null && file.Staged.InsurerSource is null)
            return;
        if (OrganizationLookup.Find(unit.Context, file.Request, file.Errors) != file.Organization || file.KnowledgeVersion != unit.State.KnowledgeVersion)
            file.Errors.Add(null, null, "changed-meanwhile", null, "Another import changed the organisation or the knowledge tables while this file was read: import it again.");
    }

    private static RowCounts Store(WriteUnit unit, ReadFileResult file, int number, TherapistPublisher publisher, ExclusionRun? exclusions) =>
        OrganizationCounts(unit, file)
        + StagedIcd10Codes.Compare(unit, file.Staged, file.Errors)
        + StagedKnowledge.Store(unit, file.Staged.Knowledge, file.Staged.Rows)
        + publisher.Records.CountsOf(number, file.Errors)
        + publisher.Verifications.CountsOf(number, file.Errors)
        + (file.Staged.Exclusions is null ? default : exclusions!.Counts);

    /// <summary>That a register is a body of its own goes without saying.</summary>
    private static RowCounts OrganizationCounts(WriteUnit unit, ReadFileResult file)
    {
        var counts = StagedOrganizations.Compare(unit, file.Staged.Organizations);
        return file.Request.Format == ImportFormat.Organizations ? counts : default;
    }

    /// <summary>A newer file of a register is news even when it says nothing new: an older one must be refused from then on.</summary>
    private static StoredFile StoredOf(WriteUnit unit, ReadFileResult file, ImportId id, RowCounts counts) =>
        new(file, id, counts, IsNews: counts.StoredAnything || file.Staged.Feed?.Advances(unit.Context) == true);

    private static ImportReport ReportOf(WriteUnit unit, StoredFile stored)
    {
        var (file, id, counts, isNews) = stored;
        return new ImportReport
        {
            Id = unit.IsDiscarded || !isNews ? null : id,
            Format = EnumWords.Of(file.Request.Format),
            File = file.Errors.File,
            DryRun = file.Request.DryRun,
            Rows = file.Staged.Rows,
            Added = counts.Added,
            Changed = counts.Changed,
            Unchanged = counts.Unchanged,
            Checks = counts.Checks,
            Revision = unit.IsDiscarded ? unit.State.Revision : unit.RevisionAfter,
            Errors = [],
            ErrorCount = 0,
            Warnings = file.Errors.Warnings,
            WarningCount = file.Errors.WarningCount,
        };
    }

    private ImportRow LogEntry(WriteUnit unit, StoredFile stored)
    {
        var (file, id, counts, _) = stored;
        return new ImportRow
        {
            Id = id.Value,
            Format = EnumWords.Of(file.Request.Format),
            FileName = Path.GetFileName(Path.TrimEndingDirectorySeparator(file.Request.Path)),
            Sha256 = file.Digest,
            Organization = file.Request.Organization,
            ImportedAt = time.GetUtcNow(),
            Rows = file.Staged.Rows,
            Added = counts.Added,
            Changed = counts.Changed,
            Unchanged = counts.Unchanged,
            Revision = unit.RevisionAfter,
        };
    }

    private ImportReport[] Refused(ReadFileResult[] files)
    {
        var revision = snapshots.ReadRevision();
        return Array.ConvertAll(files, file => new ImportReport
        {
            Id = null,
            Format = EnumWords.Of(file.Request.Format),
            File = file.Errors.File,
            DryRun = file.Request.DryRun,
            Rows = file.Staged.Rows,
            Revision = revision,
            Errors = file.Errors.Errors,
            ErrorCount = file.Errors.Count,
            Warnings = file.Errors.Warnings,
            WarningCount = file.Errors.WarningCount,
        });
    }

    /// <summary>A file, read and judged.</summary>
    private sealed record ReadFileResult(
        ImportRequest Request, ImportErrors Errors, Organization? Organization, string KnowledgeVersion, StagedImport Staged, string Digest);

    /// <summary>What came of a file.</summary>
    /// <param name="IsNews">The store holds more after it than before.</param>
    private sealed record StoredFile(ReadFileResult File, ImportId Id, RowCounts Counts, bool IsNews);
}
