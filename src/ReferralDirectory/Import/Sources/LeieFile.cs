using System.Security.Cryptography;
using System.Text;
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
        var feed = new StagedFeed(Feed, FeedDate.Of(path, context, errors), context.Feed.Mode);
        using var content = File.OpenRead(path);
        var (rows, listed, reinstated) = (0, new Dictionary<string, ExclusionListEntry>(StringComparer.Ordinal), new List<string>());
        foreach (var row in CsvTable.Stream(content, Columns, errors))
        {
            rows++;
            if (!row.IsWhole)
                continue;
            var entry = Entry(row, context);
            if (DayOrNull(row, "REINDATE") is null)
                listed.TryAdd(entry.Key, entry);
            else
                reinstated.Add(entry.Key);
        }

        return new StagedImport
        {
            Rows = rows,
            Organizations = [Registers.Oig],
            Feed = feed,
            Exclusions = new StagedExclusions([.. listed.Values], [.. reinstated]),
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
            KeyOf(row), row["LASTNAME"].Length == 0 ? null : new PersonName(row["FIRSTNAME"], row["LASTNAME"], TextOrNull(row["MIDNAME"])), TextOrNull(row["BUSNAME"]),
            NpiOrNull(row), DayOrNull(row, "DOB"), StateOrNull(row), row["EXCLTYPE"], excludedOn ?? context.Today);
    }

    /// <summary>What stays the same of an entry from month to month.</summary>
    private static string KeyOf(CsvRow row)
    {
        string[] parts = [row["LASTNAME"], row["FIRSTNAME"], row["MIDNAME"], row["BUSNAME"], row["NPI"], row["DOB"], row["STATE"], row["EXCLTYPE"], row["EXCLDATE"]];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 8));
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
