namespace ReferralDirectory.Benchmarks;

/// <summary>RESULTS.md beside this project: one section for each run, which is put in the place of its last one.</summary>
internal static class ResultsFile
{
    private static readonly string Path = System.IO.Path.Combine(Report.ProjectDirectory, "RESULTS.md");

    /// <param name="section">Markdown that begins with its heading, the only one of the first level.</param>
    public static void Put(string section)
    {
        var heading = HeadingOf(section);
        List<string> sections = File.Exists(Path) ? [.. SectionsOf(File.ReadAllText(Path))] : [];
        var place = sections.FindIndex(held => HeadingOf(held) == heading);
        if (place < 0)
            sections.Add(section.Trim());
        else
            sections[place] = section.Trim();
        File.WriteAllText(Path, string.Join("\n\n", sections) + "\n");
    }

    private static IEnumerable<string> SectionsOf(string text) => ("\n" + text).Split("\n# ").Skip(1).Select(section => "# " + section.Trim());

    private static string HeadingOf(string section) => section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim();
}
