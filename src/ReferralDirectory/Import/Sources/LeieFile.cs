using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The List of Excluded Individuals/Entities of the OIG, as published every month: the whole list, or a supplement of new exclusions or of
/// reinstatements. NPIs of ten zeros and days of eight mean none; names are cut.
/// </summary>
internal static class LeieFile
{
    public const string Feed = "oig-leie";

    public static readonly CsvColumns Columns = new(
        [.. "LASTNAME FIRSTNAME MIDNAME BUSNAME GENERAL SPECIALTY UPIN NPI DOB ADDRESS CITY STATE ZIP EXCLTYPE EXCLDATE REINDATE WAIVERDATE WVRSTATE".Split(' ')], []);

    private const string NoNpi = "0000000000";
    private const string NoDay = "00000000";

    public static StagedImport Read(string path, ImportContext context, ImportErrors errors)
    {
        // Not rows are counted, but who would become clear (ExclusionListDoubts).
        var feed = new StagedFeed(Feed, FeedDate.Of(path, context, errors), context.Feed.Mode) { LeastShareOfLast = 0 };
        using var content = File.OpenRead(path);
        var (rows, listed, reinstated) = (0, new List<ExclusionListEntry>(), new List<Reinstatement>());
        foreach (var row in CsvTable.Stream(content, Columns, errors))
        {
            rows++;
            if (!row.IsWhole)
                continue;
            var entry = Entry(row, context);
            if (DayOrNull(row, "REINDATE") is { } day && !IsToCome(day, feed, row))
                reinstated.Add(new Reinstatement(entry, row.Line));
            else
                listed.Add(entry);
        }

        return new StagedImport
        {
            Rows = rows,
            Organizations = [Registers.Oig],
            Feed = feed,
            Exclusions = new StagedExclusions([.. ExclusionListKeys.Keyed(listed)], [.. reinstated]),
        };
    }

    private static ExclusionListEntry Entry(CsvRow row, ImportContext context)
    {
        var excludedOn = DayOrNull(row, "EXCLDATE");
        if (excludedOn is null)
            row.Errors.Add(row.Line, "EXCLDATE", "missing-value", null, "Every exclusion has a day: download the list again.");
        if (row["LASTNAME"].Length == 0 && row["BUSNAME"].Length == 0)
            row.Errors.Add(row.Line, "LASTNAME", "missing-value", null, "Neither a person nor a business is named: download the list again.");
        return new ExclusionListEntry(
            Key: "", row["LASTNAME"].Length == 0 ? null : new PersonName(row["FIRSTNAME"], row["LASTNAME"], TextOrNull(row["MIDNAME"])), TextOrNull(row["BUSNAME"]),
            NpiOrNull(row), DayOrNull(row, "DOB"), TextOrNull(row["CITY"]), StateOrNull(row), row["EXCLTYPE"], excludedOn ?? context.Today);
    }

    private static bool IsToCome(DateOnly reinstatedOn, StagedFeed feed, CsvRow row)
    {
        if (reinstatedOn <= feed.AsOf)
            return false;
        row.Errors.Warn(row.Line, "REINDATE", "reinstatement-to-come", row["REINDATE"],
            $"The file is of {feed.AsOf:O}, so the exclusion stands still: import the list again on or after that day.");
        return true;
    }

    private static Npi? NpiOrNull(CsvRow row)
    {
        if (row["NPI"] is "" or NoNpi)
            return null;
        if (Npi.TryParse(row["NPI"], out var npi))
            return npi;
        row.Errors.Warn(row.Line, "NPI", "invalid-npi", row["NPI"], "The check digit is wrong: the entry is compared by name only.");
        return null;
    }

    private static StateCode? StateOrNull(CsvRow row)
    {
        if (StateCode.TryParse(row["STATE"], out var state))
            return state;
        if (row["STATE"].Length > 0)
            row.Errors.Warn(row.Line, "STATE", "unknown-state", row["STATE"], "Not a state of the United States: the entry is compared with people of every state.");
        return null;
    }

    private static DateOnly? DayOrNull(CsvRow row, string column) => RegisterDays.OrNull(row, column, "yyyyMMdd", NoDay);

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
