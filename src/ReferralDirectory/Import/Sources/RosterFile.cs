using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Reads a licence roster: every licence in it becomes an entry of the ledger, as its board's word on the day of the file.</summary>
internal static class RosterFile
{
    public static StagedImport Read(RosterLayout layout, string path, ImportContext context, IFileFacts facts, ImportErrors errors)
    {
        if (context.Feed.State is { } named && named != layout.State)
            errors.Add(null, null, "other-state", named.PostalCode, $"This is the form of {layout.State.PostalCode}'s roster: leave --state out, or name the format of the other board.");
        var feed = new StagedFeed(layout.Feed, FeedDate.Of(path, context, errors), context.Feed.Mode);
        using var content = File.OpenRead(path);
        var (rows, judge, listed) = (0, new RosterJudge(feed.AsOf, errors), new ListedLicences(layout, errors));
        foreach (var row in CsvTable.Stream(content, layout.Columns, errors))
        {
            rows++;
            if (row.IsWhole && layout.Read(row, judge) is { } said)
                listed.Add(said);
        }

        judge.Close();
        var lines = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        foreach (var (key, row) in listed.Licences)
        {
            var entry = Entry(layout, key, row, feed.AsOf);
            lines.Add(entry.Subject.Key, (row.Line, row.Number));
            if (errors.Count == 0)
                facts.Add(entry);
        }

        return new StagedImport { Rows = rows, Organizations = [layout.Board], Feed = feed, Roster = new StagedRoster(layout.State, layout.Source, layout.NumberColumn, lines, listed.Named) };
    }

    private static Verification Entry(RosterLayout layout, LicenceKey key, RosterRow row, DateOnly asOf) => new()
    {
        Subject = SubjectKey.Of(key),
        SubjectName = row.Name is null ? null : NameOf(row.Name),
        Aspect = VerificationAspect.Licence,
        Source = layout.Source,
        Method = FactMethod.PrimarySource,
        CheckedBy = layout.Board.Id,
        CheckedOn = asOf,
        Outcome = row.Outcome,
        ValidUntil = row.Expires,
        Note = row.Notes.IsEmpty ? null : string.Join("; ", row.Notes),
    };

    /// <summary>The ledger keeps a given and a family name; some go by the middle one.</summary>
    private static PersonName NameOf(PersonName name) =>
        new(FoldedText.Of(name.Middle ?? "").Length > 1 ? $"{name.Given} {name.Middle}" : name.Given, name.Family);
}
