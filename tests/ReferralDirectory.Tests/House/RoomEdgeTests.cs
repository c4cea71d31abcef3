using System.Text.RegularExpressions;
using ReferralDirectory.Tests.Contract;

namespace ReferralDirectory.Tests.House;

/// <summary>Which room may use which, as ARCHITECTURE.md says.</summary>
public sealed partial class RoomEdgeTests
{
    /// <summary>Matching stands for all of it; Matching.X for one of its folders.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Platform"] = ["Matching.Vocabulary"],
        ["Geocoding"] = ["Matching.Vocabulary", "Matching.Profiles"],
        ["Store"] = ["Matching.Vocabulary", "Matching.Profiles", "Matching.Knowledge", "Matching.Vetting"],
        ["Import"] = ["Store", "Geocoding", "Matching.Vocabulary", "Matching.Knowledge", "Matching.Profiles", "Matching.Vetting"],
        ["Reviews"] = ["Import", "Store", "Matching.Vocabulary", "Matching.Profiles", "Matching.Vetting"],
        ["Linking"] = ["Import", "Store", "Matching.Profiles", "Matching.Vetting"],
        ["Reports"] = ["Import", "Store", "Matching", "Platform"],
        ["LiveIndex"] = ["Store", "Matching"],
        ["Demo"] = ["Import", "Store", "Geocoding", "Matching"],
        ["Vocabularies"] = ["LiveIndex", "Matching", "Geocoding", "Platform"],
        ["Therapists"] = ["LiveIndex", "Matching", "Geocoding", "Platform"],
        ["Quality"] = ["LiveIndex", "Store", "Reviews", "Matching", "Platform"],
        ["Matches"] = ["LiveIndex", "Matching", "Geocoding", "Platform"],
    };

    private static readonly string[] Free = ["CommandLine"];

    [Fact]
    public void The_table_of_the_architecture_says_the_same()
    {
        var told = File.ReadLines(RepositoryFiles.PathOf("ARCHITECTURE.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && MayUse.ContainsKey(cells[1].Trim('`', '/')))
            .ToDictionary(cells => cells[1].Trim('`', '/'), cells => cells[3].Split(", ").Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

        Assert.Equal(MayUse.Keys.Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.All(MayUse, room => Assert.Equal(room.Value.Order(StringComparer.Ordinal), told[room.Key]));
    }

    [Fact]
    public void No_room_uses_what_it_must_not()
    {
        var broken = SourceFiles("ReferralDirectory")
            .Where(file => MayUse.ContainsKey(file.Room))
            .SelectMany(file => Uses(file.Text).Where(used => used.Split('.')[0] != file.Room && !Allows(MayUse[file.Room], used)).Select(used => $"{file.Path} uses {used}"))
            .Distinct();

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_room_is_known_here() =>
        Assert.Empty(SourceFiles("ReferralDirectory").Select(file => file.Room).Where(room => room.Length > 0).Distinct().Except(MayUse.Keys).Except(Free));

    [Fact]
    public void Neither_the_store_nor_the_import_speaks_HTTP() =>
        Assert.Empty(SourceFiles("ReferralDirectory").Where(file => file.Room is "Store" or "Import" or "LiveIndex" or "Geocoding"
            && file.Text.Contains("using Microsoft.AspNetCore", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Assert.Empty(new[] { "ReferralDirectory", "ReferralDirectory.Matching" }.SelectMany(SourceFiles)
            .Where(file => !file.Path.Contains("Migrations", StringComparison.Ordinal) && file.Text.Count(character => character == '\n') > 400)
            .Select(file => file.Path));

    [Theory]
    [InlineData("using ReferralDirectory.Store;", "Store")]
    [InlineData("using ReferralDirectory.Matching.Ranking;", "Matching.Ranking")]
    [InlineData("    private readonly ReferralDirectory.Store.StoreOptions options;", "Store")]
    [InlineData("    private readonly LiveIndex.LiveMatchIndex index;", "LiveIndex")]
    public void An_edge_is_seen_however_it_is_written(string line, string used) => Assert.Contains(used, Uses(line));

    private static bool Allows(string[] allowed, string used) => allowed.Contains(used) || allowed.Contains(used.Split('.')[0]);

    private static IEnumerable<string> Uses(string text)
    {
        foreach (Match match in Qualified().Matches(text))
        {
            var room = match.Groups["room"].Value;
            yield return room == "Matching" && match.Groups["folder"].Success ? $"Matching.{match.Groups["folder"].Value}" : room;
        }
    }

    private static IEnumerable<(string Room, string Path, string Text)> SourceFiles(string project)
    {
        var root = RepositoryFiles.PathOf("src", project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path))
            .Where(path => !path.StartsWith("bin", StringComparison.Ordinal) && !path.StartsWith("obj", StringComparison.Ordinal))
            .Select(path => (Path.GetDirectoryName(path)!.Split(Path.DirectorySeparatorChar)[0], path, File.ReadAllText(Path.Combine(root, path))));
    }

    // `using ReferralDirectory.Store`, `ReferralDirectory.Store.X`, or `Store.X` as the compiler resolves it inside the root namespace.
    [GeneratedRegex(@"(?<![\w.""/])(ReferralDirectory\.)?(?<room>Platform|Geocoding|Store|Import|Reviews|Linking|Reports|LiveIndex|Demo|Vocabularies|Therapists|Matches|Matching|Quality|CommandLine)(?=\.[A-Z]|;)(\.(?<folder>[A-Z]\w+))?")]
    private static partial Regex Qualified();
}
