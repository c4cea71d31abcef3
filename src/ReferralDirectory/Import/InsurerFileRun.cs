using System.Globalization;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// Lays an insurer's new file beside what its older ones said: who is no longer named is out of network as of its day
/// (<see cref="InsurerFileComparison"/>). What the ledger holds is read subject by subject.
/// </summary>
internal sealed class InsurerFileRun : IDerivedEntries
{
    private readonly int file;
    private readonly string source;
    private readonly StagedFeed feed;
    private readonly ImportErrors report;

    private InsurerFileRun(int file, string source, StagedFeed feed, ImportErrors report) =>
        (this.file, this.source, this.feed, this.report) = (file, source, feed, report);

    /// <summary>One for each insurer's file.</summary>
    /// <param name="files">Those of the batch, by their numbers, with where it is reported who became out.</param>
    public static IEnumerable<InsurerFileRun> Of(IReadOnlyList<(StagedImport Staged, ImportErrors Errors)> files)
    {
        for (var number = 0; number < files.Count; number++)
        {
            if (files[number] is { Staged: { InsurerSource: { } source, Feed: { } feed } } read)
                yield return new InsurerFileRun(number, source, feed, read.Errors);
        }
    }

    public void Stage(DirectoryContext context, DerivedLedger ledger)
    {
        var onFile = OnFile(context);
        var said = Entries(context, StagingArea.Schema, RowFilter.Is(nameof(LedgerRow.ImportId), file).And($"\"Id\" < {StagedVerifications.DerivedFrom}"))
            .ToLookup(entry => PersonOf(entry.Subject.Key), StringComparer.Ordinal);
        var (gone, fewer, stayOut) = (NewPersons(), NewPersons(), NewPersons());
        foreach (var held in BySubject(Entries(context, "main", RowFilter.Is(nameof(LedgerRow.Source), source))))
        {
            var person = PersonOf(held[0].Subject.Key);
            var comparison = new InsurerFileComparison(held, [.. said[person]], feed.AsOf);
            var left = feed.Mode == FeedMode.Full ? comparison.NoLongerNamed().ToList() : [];
            foreach (var entry in comparison.SaidAnew().Concat(left))
                ledger.Add(entry, file, synthetic: false);
            if (left.Count > 0)
                (said.Contains(person) ? fewer : gone).Add(person);
            if (comparison.StaysOut)
                stayOut.Add(person);
        }

        Tell(gone.Count, "now-out-of-network", "Therapists whom the file no longer names are out of network as of its day.");
        Tell(fewer.Count, "fewer-places-or-networks", "Therapists of whom the file no longer names some places or networks: they left those as of its day.");
        Tell(stayOut.Count, "out-on-the-same-day",
            "Therapists whom another file of the same day did not name stay out of network: import the file again with --as-of and a later day, or a newer file.");

        // An insurer that begins to write NPIs beside licences names the same people by other keys; a namesake is somebody else.
        string PersonOf(string key) => onFile.TryGetValue(key, out var therapist) ? therapist : key;

        static HashSet<string> NewPersons() => new(StringComparer.Ordinal);
    }

    /// <summary>Who on file has which of the keys that the file or older ones name.</summary>
    private Dictionary<string, string> OnFile(DirectoryContext context)
    {
        using var command = context.Connection.CreateCommand();
        command.CommandText =
            """
            WITH named ("Key") AS (
                SELECT "SubjectKey" FROM main."Ledger" WHERE "Source" = $source UNION SELECT "SubjectKey" FROM staging."Ledger" WHERE "ImportId" = $file)
            SELECT named."Key", MIN(record."TherapistId") FROM named
            CROSS JOIN main."RecordKeys" AS held ON held."Key" = named."Key" AND NOT held."Watched"
            CROSS JOIN main."SourceRecords" AS record ON record."Id" = held."RecordId"
            WHERE record."TherapistId" IS NOT NULL GROUP BY named."Key"
            """;
        command.Parameters.AddWithValue("$source", source);
        command.Parameters.AddWithValue("$file", file);
        using var rows = command.ExecuteReader();
        var onFile = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
            onFile.Add(rows.GetString(0), new TherapistId(rows.GetInt64(1)).ToString());
        return onFile;
    }

    private static IEnumerable<Verification> Entries(DirectoryContext context, string schema, RowFilter only)
    {
        using var reader = new RowReader<LedgerRow>(context.Connection, [nameof(LedgerRow.SubjectKey), nameof(LedgerRow.Id)], only, schema);
        foreach (var row in reader.Read())
            yield return LedgerMapping.ToVerification(row);
    }

    /// <summary>Entries that come in the order of their subjects, a subject's at once.</summary>
    private static IEnumerable<List<Verification>> BySubject(IEnumerable<Verification> entries)
    {
        var subject = new List<Verification>();
        foreach (var entry in entries)
        {
            if (subject.Count > 0 && subject[0].Subject.Key != entry.Subject.Key)
            {
                yield return subject;
                subject = [];
            }

            subject.Add(entry);
        }

        if (subject.Count > 0)
            yield return subject;
    }

    private void Tell(int count, string code, string message)
    {
        if (count > 0)
            report.Warn(null, null, code, count.ToString(CultureInfo.InvariantCulture), message);
    }
}
