using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// Reads a trade organisation's member list. A member's first row says all about the person and the first place; further places follow in
/// rows that hold the member key, <c>placeNumber</c> 2, 3 … and the place's columns only.
/// </summary>
internal static class MemberListFile
{
    public static readonly CsvColumns Columns = CsvColumns.Of(
        "memberKey asOf given family",
        string.Join(' ', [.. MemberCells.PersonColumns.Except(["asOf", "given", "family"], StringComparer.Ordinal), "placeNumber", .. PlaceCells.Columns]));

    private const int MostPlaces = 100;

    public static StagedImport Read(string path, ImportContext context, IFileFacts facts, ImportErrors errors)
    {
        if (context.Organization is null)
        {
            errors.Add(null, null, "organization-missing", null, "Say whose list it is: name the organisation.");
            return new StagedImport { Rows = 0 };
        }

        using var content = File.OpenRead(path);
        var members = new ListedMembers(facts, errors);
        var rows = 0;
        foreach (var row in CsvTable.StreamApart(content, Columns, errors).WorkAhead(row => Judge(row, context)))
        {
            rows++;
            members.Add(row);
            errors.Merge(row.Errors);
        }

        members.Close();
        return new StagedImport { Rows = rows };
    }

    /// <summary>Checks and reviews name members by their keys: each must be read back as what it is.</summary>
    private static bool IsUnmistakable(string key, ImportContext context) => key.Length == 0 || context.Organization is not { } organization
        || (SubjectKey.TryParse(SubjectKey.OfMember(organization.Id, key).Key, out var subject) && subject.Zip is null && !key.Contains("~member:", StringComparison.Ordinal));

    /// <summary>What a row says by itself.</summary>
    private static MemberRow Judge(CsvRow row, ImportContext context)
    {
        if (!row.IsWhole)
            return new MemberRow(row["memberKey"], Number: 1, Person: null, Cells: null, row.Errors);
        var cells = new RowCells(row, context);
        var key = cells.Text("memberKey");
        if (!IsUnmistakable(key, context))
            cells.Refuse("memberKey", "bad-member-key", key, "A key that ends in @ and a ZIP code reads like a place, and one with ~member: in it like two keys: write it in another way.");
        var number = cells.NumberOrNull("placeNumber", 1, MostPlaces) ?? 1;
        return new MemberRow(key, number, Person: number > 1 || key.Length == 0 ? null : MemberCells.Read(key, cells), cells, row.Errors);
    }
}

/// <summary>A row of a member list.</summary>
/// <param name="Person">All that it says; null in rows of further places, which are read once it is known whose they are.</param>
/// <param name="Cells">Null when the row is misshapen.</param>
internal sealed record MemberRow(string Key, int Number, SourceRecord? Person, RowCells? Cells, ImportErrors Errors);
