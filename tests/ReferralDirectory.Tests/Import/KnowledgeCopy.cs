using System.Collections.Immutable;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;

namespace ReferralDirectory.Tests.Import;

/// <summary>The committed reference tables, and copies of them that a test may spoil.</summary>
internal sealed class KnowledgeCopy : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("knowledge-");

    public KnowledgeCopy()
    {
        foreach (var folder in new[] { "knowledge", "insurers" })
        {
            directory.CreateSubdirectory(folder);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped.SeedData, folder), "*.csv"))
                File.Copy(file, PathOf($"{folder}/{Path.GetFileName(file)}"));
        }
    }

    public string PathOf(string file) => Path.Combine(directory.FullName, file);

    /// <summary>Changes the one place where the text stands, and says in which line that is.</summary>
    public int Change(string file, string from, string to)
    {
        var content = File.ReadAllText(PathOf(file));
        var at = content.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0 && content.IndexOf(from, at + 1, StringComparison.Ordinal) < 0, $"'{from}' must stand in {file} exactly once.");
        File.WriteAllText(PathOf(file), content.Replace(from, to, StringComparison.Ordinal));
        return content[..at].Count(character => character == '\n') + 1;
    }

    public void Rewrite(string file, Func<string[], IEnumerable<string>> change, string lineEnd = "\n") =>
        File.WriteAllText(PathOf(file), string.Join(lineEnd, change(File.ReadAllLines(PathOf(file)))) + lineEnd);

    public ImmutableArray<ImportError> Errors() => Read(directory.FullName).Errors;

    public string Version()
    {
        var (import, errors) = Read(directory.FullName);
        Assert.Empty(errors);
        return import.Knowledge!.Version;
    }

    public static (StagedImport Import, ImmutableArray<ImportError> Errors) Read(string path)
    {
        var errors = new ImportErrors(path);
        return (KnowledgeFiles.Read(path, errors), errors.Errors);
    }

    public void Dispose() => directory.Delete(recursive: true);
}
