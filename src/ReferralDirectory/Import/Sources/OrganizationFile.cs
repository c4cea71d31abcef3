using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Reads the organisations that publish facts.</summary>
internal static class OrganizationFile
{
    public static readonly CsvColumns Columns = new CsvColumns(["id", "name", "kind", "website", "synthetic"], []);

    public static StagedImport Read(string path, ImportContext context, ImportErrors errors)
    {
        using var content = File.OpenRead(path);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var organizations = ImmutableArray.CreateBuilder<Organization>();
        var rows = 0;
        foreach (var row in CsvTable.Stream(content, Columns, errors))
        {
            rows++;
            if (!row.IsWhole)
                continue;
            var cells = new RowCells(row, context);
            organizations.Add(ReadRow(cells));
            if (!lines.TryAdd(row["id"], row.Line))
                cells.Refuse("id", "duplicate-organization", row["id"], $"Line {lines[row["id"]]} has it already: keep one of the two.");
        }

        return new StagedImport { Rows = rows, Organizations = organizations.ToImmutable() };
    }

    private static Organization ReadRow(RowCells cells)
    {
        var text = cells.Text("id");
        if (!Code<Organization>.TryParse(text, out var id))
            cells.Refuse("id", "bad-code", text, $"Use lower-case letters, digits and single hyphens, at most {Code<Organization>.MaxLength} characters.");
        else if (Registers.Reserve(id))
            cells.Refuse("id", "reserved-organization", text, "The id is a register's, an insurer's or the directory's own: choose another.");
        var kind = cells.Text("kind");
        if (Registers.ReserveKind(kind))
            cells.Refuse("kind", "reserved-kind", kind, "Registers, insurers and the operator come with their own files: write what the organisation is, as trade-organization.");
        return new Organization(id, cells.Text("name"), kind, cells.TextOrNull("website"), cells.YesOrNo("synthetic") ?? false);
    }
}
