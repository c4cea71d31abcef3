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
        var said = Entries(context, StagingArea.Schema, RowFilter.Is(nameof(LedgerRow.ImportId), file).And($"\"Id\" < {StagedVerifications.DerivedFrom}"))
            .ToLookup(entry => entry.Subject.Key, StringComparer.Ordinal);
        var names = said.SelectMany(entries => entries).Select(NameOf).ToHashSet();
        var (gone, fewer, stayOut) = (0, 0, 0);
        foreach (var held in BySubject(Entries(context, "main", RowFilter.Is(nameof(LedgerRow.Source), source))))
        {
            var subject = held[0].Subject.Key;
            var comparison = new InsurerFileComparison(held, [.. said[subject]], feed.AsOf);
            var isWhole = feed.Mode == FeedMode.Full;
            var isNamedByAnotherKey = isWhole && !said.Contains(subject) && held.Exists(entry => IsNamedByAnotherKey(entry, names));
            var left = isWhole ? comparison.NoLongerNamed(isNamedByAnotherKey).ToList() : [];
            foreach (var entry in comparison.SaidAnew().Concat(left))
                ledger.Add(entry, file, synthetic: false);
            gone += left.Count > 0 && !said.Contains(subject) && !isNamedByAnotherKey ? 1 : 0;
            fewer += left.Count > 0 && said.Contains(subject) ? 1 : 0;
            stayOut += comparison.StaysOut ? 1 : 0;
        }

        Tell(gone, "now-out-of-network", "Therapists whom the file no longer names are out of network as of its day.");
        Tell(fewer, "fewer-places-or-networks", "Therapists of whom the file no longer names some places or networks: they left those as of its day.");
        Tell(stayOut, "out-on-the-same-day",
            "Therapists whom another file of the same day did not name stay out of network: import the file again with --as-of and a later day, or a newer file.");
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

    /// <summary>An insurer that begins to write NPIs beside licences names the same people by other keys.</summary>
    private static bool IsNamedByAnotherKey(Verification entry, HashSet<(string Kind, string Name)> names)
    {
        var (kind, name) = NameOf(entry);
        return name.Length > 0 && (names.Contains(("npi", name)) || names.Contains(("licence", name))) && !names.Contains((kind, name));
    }

    private static (string Kind, string Name) NameOf(Verification entry) => (
        entry.Subject.Key[..entry.Subject.Key.IndexOf(':', StringComparison.Ordinal)],
        entry.SubjectName is { } name ? FoldedText.Of($"{name.Given} {name.Family}") : "");

    private void Tell(int count, string code, string message)
    {
        if (count > 0)
            report.Warn(null, null, code, count.ToString(CultureInfo.InvariantCulture), message);
    }
}
