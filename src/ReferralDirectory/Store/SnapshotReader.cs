using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>Reads what the index is compiled from, each time as of one revision. Thread-safe.</summary>
internal sealed class SnapshotReader(IDbContextFactory<DirectoryContext> contexts)
{
    /// <summary>The tables last read: large, and the same for most revisions.</summary>
    private volatile KnowledgeTables? knowledge;

    public long ReadRevision()
    {
        using var context = contexts.CreateDbContext();
        return context.State.AsNoTracking().Single().Revision;
    }

    public DirectorySnapshot ReadAll(CancellationToken cancellationToken)
    {
        using var context = contexts.CreateDbContext();
        using var reading = BeginRead(context);
        var state = context.State.AsNoTracking().Single();

        // The tables are read beside the people: what is parsed there is taken below, if it is of this revision.
        var tables = Task.Run(ReadKnowledge, cancellationToken);
        var people = Profiles(TherapistRowReader.ReadAll(context), cancellationToken);
        tables.GetAwaiter().GetResult();
        return new DirectorySnapshot(state.Revision, Knowledge(context, state), Organizations(context), people) { Redirects = Redirects(context) };
    }

    /// <summary>What changed after <paramref name="revision"/>. Organisations are not part of it: after a change of theirs, read all.</summary>
    public DirectoryChanges ReadSince(long revision, CancellationToken cancellationToken)
    {
        using var context = contexts.CreateDbContext();
        using var reading = BeginRead(context);
        var state = context.State.AsNoTracking().Single();
        var changes = context.Changes.AsNoTracking().Where(change => change.Revision > revision);
        var touched = changes.Where(change => change.TherapistId != null).Select(change => change.TherapistId!.Value).Distinct().ToList();
        var changed = Profiles(TherapistRowReader.Read(context, touched), cancellationToken);
        return new DirectoryChanges(
            state.Revision,
            changes.Any(change => change.Kind == ChangeKind.Knowledge) ? Knowledge(context, state) : null,
            changed,
            [.. touched.Except(changed.Select(therapist => therapist.Id.Value)).Order().Select(id => new TherapistId(id))]);
    }

    /// <summary>The knowledge tables of the current revision, for readers of files.</summary>
    public KnowledgeTables ReadKnowledge()
    {
        using var context = contexts.CreateDbContext();
        using var reading = BeginRead(context);
        return Knowledge(context, context.State.AsNoTracking().Single());
    }

    /// <summary>A deferred transaction: it sees one state of the file, and neither waits for a writer nor holds one up.</summary>
    private static SqliteTransaction BeginRead(DirectoryContext context)
    {
        context.Database.OpenConnection();
        var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        context.Database.UseTransaction(transaction);
        return transaction;
    }

    private KnowledgeTables Knowledge(DirectoryContext context, StoreStateRow state)
    {
        var last = knowledge;
        if (last is null || !string.Equals(last.Version, state.KnowledgeVersion, StringComparison.Ordinal))
            knowledge = last = new KnowledgeTables(KnowledgeStore.Read(context, state.KnowledgeVersion));
        return last;
    }

    private static ImmutableArray<Organization> Organizations(DirectoryContext context) =>
        [.. context.Organizations.AsNoTracking().OrderBy(row => row.Id).AsEnumerable().Select(row => row.ToOrganization())];

    private static ImmutableArray<Redirect> Redirects(DirectoryContext context) =>
        [.. context.Redirects.AsNoTracking().OrderBy(row => row.FromId).AsEnumerable().Select(row => new Redirect(new TherapistId(row.FromId), new TherapistId(row.ToId)))];

    private static ImmutableArray<TherapistProfile> Profiles(IEnumerable<TherapistRows> rows, CancellationToken cancellationToken)
    {
        var profiles = ImmutableArray.CreateBuilder<TherapistProfile>();
        foreach (var therapist in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            profiles.Add(RowsToProfile.Map(therapist));
        }

        return profiles.DrainToImmutable();
    }
}
