using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReferralDirectory.Import.Sources;

/// <summary>The reference tables as their files say them, all of them open at once because they point at each other.</summary>
internal sealed class KnowledgeDirectory
{
    private readonly FrozenDictionary<KnowledgeFile, OpenFile> files;

    public KnowledgeDirectory(string directory) => files = KnowledgeFile.All.ToFrozenDictionary(file => file, file => Open(directory, file));

    public int Count => files.Values.Sum(open => open.Rows.Length);

    public ImmutableArray<CsvRow> RowsOf(KnowledgeFile file) => files[file].Rows;

    public ImportErrors ErrorsOf(KnowledgeFile file) => files[file].Errors;

    public bool IsReadable(KnowledgeFile file) => files[file].Keys is not null;

    /// <summary>Whether a cell may point at this row. A file that cannot be read is reported once, not at every cell that points into it.</summary>
    public bool Defines(KnowledgeFile file, string key) => files[file].Keys?.Contains(key) ?? true;

    /// <summary>The rows of a file in the form of a record each.</summary>
    public ImmutableArray<T> Read<T>(KnowledgeFile file, Func<KnowledgeCells, T> toRecord) =>
        [.. RowsOf(file).Select(row => toRecord(new KnowledgeCells(this, file, row)))];

    private static OpenFile Open(string directory, KnowledgeFile file)
    {
        var errors = new ImportErrors(file.Path);
        var path = Path.Combine(directory, file.Path);
        if (!File.Exists(path))
        {
            errors.Add(null, null, "missing-file", file.Path, "The directory must hold all files of the seed data: copy this one from there.");
            return new OpenFile([], null, errors);
        }

        using var content = File.OpenRead(path);
        return CsvTable.Read(content, file.Columns, errors) is { } table
            ? new OpenFile(table.Rows, KeysOf(file, table, errors), errors)
            : new OpenFile([], null, errors);
    }

    private static FrozenSet<string> KeysOf(KnowledgeFile file, CsvTable table, ImportErrors errors)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows.Concat(table.Misshapen).OrderBy(row => row.Line))
        {
            var key = string.Join(' ', file.Key.Select(column => row[column]));
            if (!string.IsNullOrWhiteSpace(key) && !lines.TryAdd(key, row.Line))
                errors.Add(row.Line, string.Join(' ', file.Key), "duplicate-code", key, $"Line {lines[key]} has it already: keep one of the two.");
        }

        return lines.Keys.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <param name="Keys">Null when the file cannot be read.</param>
    private sealed record OpenFile(ImmutableArray<CsvRow> Rows, FrozenSet<string>? Keys, ImportErrors Errors);
}
