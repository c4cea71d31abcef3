using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>Reads what the index is compiled from, each time as of one revision. Thread-safe.</summary>
internal sealed class SnapshotReader(StoreConnections connections)
{
    /// <summary>The tables last read: large, and the same for most revisions.</summary>
    private volatile KnowledgeTables? knowledge;

    private volatile Icd10Release codes = Icd10Release.None;

    public long ReadRevision()
    {
        using var connection = connections.Open();
        return StoreStateRow.Read(connection).Revision;
    }

    /// <inheritdoc cref="ChangeRow.StampOf"/>
    public long? ReadStamp(long revision)
    {
        using var connection = connections.Open();
        return ChangeRow.StampOf(connection, revision);
    }

    /// <summary>Everything but the therapists.</summary>
    public DirectoryState ReadState()
    {
        using var reading = connections.BeginRead();
        return StateOf(reading.Connection, StoreStateRow.Read(reading.Connection));
    }

    public DirectorySnapshot ReadAll(CancellationToken cancellationToken)
    {
        var ranges = new ConcurrentBag<TherapistProfile[]>();
        var state = ReadAll(ranges.Add, cancellationToken);
        ImmutableArray<TherapistProfile> people = [.. ranges.SelectMany(range => range).OrderBy(therapist => therapist.Id.Value)];
        return new DirectorySnapshot(state.Revision, state.Knowledge, state.Organizations, people) { Redirects = state.Redirects };
    }

    /// <param name="add">Gets some hundreds at a time, side by side and in no order: a million need not be there at once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public DirectoryState ReadAll(Action<TherapistProfile[]> add, CancellationToken cancellationToken)
    {
        using var reading = SideBySideReading.Begin(connections);

        // The tables are read beside the people: what is parsed there is taken below, if it is of this revision.
        var tables = Task.Run(ReadKnowledge, cancellationToken);
        try
        {
            reading.ForEachRange(add, cancellationToken);
        }
        finally
        {
            // Whoever is told of a failure may close the store: nothing must go on reading it.
            Task.WaitAny([tables], CancellationToken.None);
        }

        tables.GetAwaiter().GetResult();
        return StateOf(reading.Rest.Connection, reading.State);
    }

    /// <summary>How many therapists changed or went after <paramref name="revision"/>.</summary>
    public long CountSince(long revision)
    {
        using var reading = connections.BeginRead();
        using var command = reading.Connection.CreateCommand();
        command.CommandText = "SELECT COUNT(DISTINCT \"TherapistId\") FROM \"Changes\" WHERE \"Revision\" > $revision";
        command.Parameters.AddWithValue("$revision", revision);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>What changed after <paramref name="revision"/>.</summary>
    public DirectoryChanges ReadSince(long revision, CancellationToken cancellationToken)
    {
        using var reading = connections.BeginRead();
        var state = StoreStateRow.Read(reading.Connection);
        var changes = RowReader<ChangeRow>.List(reading.Connection, nameof(ChangeRow.Revision), RowFilter.Above(nameof(ChangeRow.Revision), revision));
        var touched = changes.Select(change => change.TherapistId).OfType<long>().Distinct().ToList();
        var changed = Profiles(TherapistRowReader.Read(reading.Connection.Handle!, touched), cancellationToken).ToImmutableArray();
        return new DirectoryChanges(
            state.Revision,
            changes.Any(change => change.Kind == ChangeKind.Knowledge) ? Knowledge(reading.Connection, state) : null,
            Organizations(reading.Connection),
            changed,
            [.. touched.Except(changed.Select(therapist => therapist.Id.Value)).Order().Select(id => new TherapistId(id))])
        {
            Redirects = Redirects(reading.Connection),
        };
    }

    /// <summary>The knowledge tables of the current revision, for readers of files.</summary>
    public KnowledgeTables ReadKnowledge()
    {
        using var reading = connections.BeginRead();
        return Knowledge(reading.Connection, StoreStateRow.Read(reading.Connection));
    }

    /// <summary>The release of ICD-10-CM that was imported, none if none was.</summary>
    public Icd10Release ReadIcd10Release()
    {
        using var reading = connections.BeginRead();
        if (FeedRow.Find(reading.Connection, FeedRow.Icd10) is not { } feed)
            return codes = Icd10Release.None;
        var version = FormattableString.Invariant($"{feed.AsOf:O}/{feed.ImportId}");
        var last = codes;
        if (string.Equals(last.Version, version, StringComparison.Ordinal))
            return last;
        using var rows = new RowReader<Icd10CodeRow>(reading.Connection, [nameof(Icd10CodeRow.Code)]);
        return codes = new Icd10Release(version, feed.AsOf, [.. rows.Read().Select(row => row.ToEntry())]);
    }

    private DirectoryState StateOf(SqliteConnection connection, StoreStateRow state) =>
        new(state.Revision, Knowledge(connection, state), Organizations(connection), Redirects(connection));

    private KnowledgeTables Knowledge(SqliteConnection connection, StoreStateRow state)
    {
        var last = knowledge;
        if (last is null || !string.Equals(last.Version, state.KnowledgeVersion, StringComparison.Ordinal))
            knowledge = last = new KnowledgeTables(KnowledgeStore.Read(connection, state.KnowledgeVersion));
        return last;
    }

    private static ImmutableArray<Organization> Organizations(SqliteConnection connection) =>
        [.. RowReader<OrganizationRow>.List(connection, nameof(OrganizationRow.Id)).Select(row => row.ToOrganization())];

    private static ImmutableArray<Redirect> Redirects(SqliteConnection connection) =>
        [.. RowReader<RedirectRow>.List(connection, nameof(RedirectRow.FromId)).Select(row => new Redirect(new TherapistId(row.FromId), new TherapistId(row.ToId)))];

    private static IEnumerable<TherapistProfile> Profiles(IEnumerable<TherapistRows> rows, CancellationToken cancellationToken)
    {
        foreach (var therapist in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return RowsToProfile.Map(therapist);
        }
    }
}
