using System.Collections.Immutable;

namespace ReferralDirectory.Import;

/// <summary>Collects everything that is wrong with a file. At most <see cref="MostKept"/> are kept; the rest is counted.</summary>
internal sealed class ImportErrors(string file)
{
    public const int MostKept = 1000;

    /// <summary>The name of the file, as every error carries it.</summary>
    public string File => file;

    // Most rows have none: a list is made for the first.
    private List<ImportError>? errors;
    private List<ImportError>? warnings;

    public int Count { get; private set; }

    public int WarningCount { get; private set; }

    public ImmutableArray<ImportError> Errors => [.. errors ?? []];

    public ImmutableArray<ImportError> Warnings => [.. warnings ?? []];

    public void Add(int? row, string? column, string code, string? value, string message)
    {
        Count++;
        Keep(ref errors, [Make(row, column, code, value, message)]);
    }

    public void Warn(int? row, string? column, string code, string? value, string message)
    {
        WarningCount++;
        Keep(ref warnings, [Make(row, column, code, value, message)]);
    }

    /// <summary>Takes over what was found in one file of a directory, under that file's name, or in one row.</summary>
    public void Merge(ImportErrors part)
    {
        Count += part.Count;
        WarningCount += part.WarningCount;
        Keep(ref errors, part.errors ?? []);
        Keep(ref warnings, part.warnings ?? []);
    }

    /// <summary>What was found so far, to which more can be added apart from the original.</summary>
    public ImportErrors Copy()
    {
        var copy = new ImportErrors(file);
        copy.Merge(this);
        return copy;
    }

    private static void Keep(ref List<ImportError>? kept, List<ImportError> found)
    {
        if (found.Count > 0)
            (kept ??= []).AddRange(found.Take(MostKept - kept.Count));
    }

    private ImportError Make(int? row, string? column, string code, string? value, string message) =>
        new(file, row, column, code, value is { Length: > 80 } ? value[..80] + "…" : value, message);
}
