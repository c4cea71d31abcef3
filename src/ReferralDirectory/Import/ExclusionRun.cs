using System.Collections.Immutable;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// Holds records against the exclusion list: all of them when the list is new, else those that a batch writes; so it does not matter which
/// comes first. What it finds, or that it finds nothing, are entries of the ledger under each record's member key, as of the list's day.
/// </summary>
internal sealed class ExclusionRun : IDerivedEntries
{
    public const string Source = "OIG List of Excluded Individuals/Entities";

    private readonly int? listFile;
    private readonly ImmutableArray<ExclusionListEntry> list;
    private readonly DateOnly asOf;
    private readonly ImportErrors? report;

    private ExclusionRun(int? listFile, ImmutableArray<ExclusionListEntry> list, DateOnly asOf, ImportErrors? report) =>
        (this.listFile, this.list, this.asOf, this.report) = (listFile, list, asOf, report);

    /// <summary>What became of the entries of the list that the batch brings.</summary>
    public RowCounts Counts { get; private init; }

    /// <param name="context">The store, as it stands.</param>
    /// <param name="files">Those of the batch, by their numbers, with where matches are reported.</param>
    /// <returns>Null where there is no list to compare with.</returns>
    public static ExclusionRun? Of(DirectoryContext context, IReadOnlyList<(StagedImport Staged, ImportErrors Errors)> files)
    {
        var held = RowReader<ExclusionListRow>.List(context.Connection, nameof(ExclusionListRow.Key));
        for (var number = 0; number < files.Count; number++)
        {
            if (files[number] is { Staged: { Exclusions: { } said, Feed: { } feed } } file)
                return OfNewList(number, held, said, feed, file.Errors);
        }

        return FeedRow.Find(context.Connection, LeieFile.Feed) is { } last
            ? new ExclusionRun(listFile: null, [.. held.Select(row => row.ToEntry())], last.AsOf, report: null) : null;
    }

    public void Stage(DirectoryContext context, DerivedLedger ledger)
    {
        var screening = new ExclusionScreening(list);
        foreach (var (file, record, matches) in Records(context).WorkAhead(row => Screened(row, screening)))
        {
            var subject = SubjectKey.OfMember(record.Organization, record.MemberKey);
            foreach (var entry in EntriesOf(subject, matches))
                ledger.Add(entry, file, record.Synthetic);
            foreach (var match in matches)
                report?.Warn(null, null, CodeOf(match), $"{record.Organization}/{record.MemberKey}", TextOf(match));
        }
    }

    /// <summary>Puts the new list in place of the old one.</summary>
    public void Publish(DirectoryContext context)
    {
        if (listFile is null)
            return;
        context.Run("DELETE FROM main.\"ExclusionList\"");
        using var inserter = new RowInserter<ExclusionListRow>(context);
        inserter.Insert(list.Select(ExclusionListRow.Of));
    }

    private static ExclusionRun OfNewList(int number, List<ExclusionListRow> held, StagedExclusions said, StagedFeed feed, ImportErrors errors)
    {
        var before = held.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var now = feed.Mode == FeedMode.Full ? [] : new Dictionary<string, ExclusionListRow>(before, StringComparer.Ordinal);
        if (feed.Mode == FeedMode.Supplement)
            TakeOut(now, said.Reinstated, errors);
        foreach (var row in said.Listed.Select(ExclusionListRow.Of))
            now[row.Key] = row;
        var added = now.Keys.Count(key => !before.ContainsKey(key));
        var gone = before.Keys.Count(key => !now.ContainsKey(key));
        return new ExclusionRun(number, [.. now.Values.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.ToEntry())], feed.AsOf, errors)
        {
            Counts = new RowCounts(added, gone, now.Count - added),
        };
    }

    /// <summary>A whole file has no reinstated entries to take out: they are not in it.</summary>
    private static void TakeOut(Dictionary<string, ExclusionListRow> list, ImmutableArray<Reinstatement> reinstated, ImportErrors errors)
    {
        if (reinstated.IsEmpty)
            return;
        var held = list.Values.Select(row => row.ToEntry()).ToLookup(ExclusionListKeys.Of, StringComparer.Ordinal);
        foreach (var (entry, row) in reinstated)
        {
            var equal = held[ExclusionListKeys.Of(entry)].ToList();
            if (equal.Count > 1)
                equal = equal.FindAll(other => other.Npi == entry.Npi && other.State == entry.State);
            if (equal is [var one])
                list.Remove(one.Key);
            else
                errors.Warn(row, "REINDATE", "reinstated-unlisted", entry.Name?.Family ?? entry.BusinessName, "No one entry of the list has these names, birth date, type and day, so nothing was taken out: import the whole list.");
        }
    }

    private static (int File, SourceRecord Record, ImmutableArray<ExclusionMatch> Matches) Screened(
        (int File, string Payload, string[] FoundBefore) row, ExclusionScreening screening)
    {
        var record = RecordDocument.Read(row.Payload);
        return (row.File, record, screening.Matches(record, row.FoundBefore));
    }

    private IEnumerable<Verification> EntriesOf(SubjectKey subject, ImmutableArray<ExclusionMatch> matches)
    {
        if (matches.IsEmpty)
            yield return Entry(subject, "", VerificationOutcome.Clear, note: null);
        foreach (var match in matches)
            yield return Entry(subject, match.Entry.Key, match.Outcome, $"{EnumWords.Of(match.Kind)}; {match.Entry.Type} of {match.Entry.ExcludedOn:O}");
    }

    private Verification Entry(SubjectKey subject, string reference, VerificationOutcome outcome, string? note) => new()
    {
        Subject = subject,
        Aspect = VerificationAspect.Exclusion,
        Reference = reference,
        Source = Source,
        Method = FactMethod.PrimarySource,
        CheckedBy = Registers.Oig.Id,
        CheckedOn = asOf,
        Outcome = outcome,
        Note = note,
    };

    /// <summary>
    /// Those that are written by the batch; before them, when the list is new, those that stay as they are. Each with the keys of the entries
    /// that were ever found for it: the ledger holds them, also when the record that is written now says something else.
    /// </summary>
    private IEnumerable<(int File, string Payload, string[] FoundBefore)> Records(DirectoryContext context)
    {
        const string foundBefore =
            """
            (SELECT group_concat(DISTINCT "Reference") FROM main."Ledger"
             WHERE "SubjectKey" = 'member:' || record."Organization" || '/' || record."MemberKey" AND "CheckedBy" = $list AND "Reference" <> '')
            """;
        const string written =
            $"""
            SELECT record."ImportId", record."Payload", {foundBefore}
            FROM staging.Written AS written CROSS JOIN staging."SourceRecords" AS record ON record."Id" = written.Position
            """;
        const string kept =
            $"""
            SELECT $file, record."Payload", {foundBefore}
            FROM main."SourceRecords" AS record WHERE record."Id" NOT IN (SELECT HeldId FROM staging.Written WHERE HeldId IS NOT NULL)
            """;
        using var command = context.Connection.CreateCommand();
        command.CommandText = listFile is null ? written : $"{kept} UNION ALL {written}";
        command.Parameters.AddWithValue("$list", Registers.Oig.Id.Value);
        if (listFile is not null)
            command.Parameters.AddWithValue("$file", listFile);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return (rows.GetInt32(0), rows.GetString(1), rows.IsDBNull(2) ? [] : rows.GetString(2).Split(','));
    }

    private static string CodeOf(ExclusionMatch match) => match.Outcome == VerificationOutcome.Excluded ? "excluded" : "possible-exclusion";

    private static string TextOf(ExclusionMatch match) => match.Kind switch
    {
        ExclusionMatchKind.Npi => "The NPI is on the list: hidden from now on.",
        ExclusionMatchKind.NameBirthDateAndState => "Name, birth date and state are on the list: hidden from now on.",
        ExclusionMatchKind.FoundBefore => "Matched an entry that is still listed, and has changed since: hidden until a person decides with `reviews decide`.",
        _ => "Name and state are on the list: hidden until a person decides with `reviews decide`.",
    };
}
