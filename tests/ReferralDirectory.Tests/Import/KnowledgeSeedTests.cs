using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Tests.Import;

public sealed partial class KnowledgeSeedTests
{
    [Fact]
    public void The_committed_tables_are_read_without_an_error()
    {
        var (import, errors) = KnowledgeCopy.Read(Shipped.SeedData);

        Assert.Empty(errors);
        Assert.NotNull(import.Knowledge);
        Assert.Matches("^k-[0-9a-f]{12}$", import.Knowledge.Version);
    }

    [Fact]
    public void The_counts_are_those_that_the_readme_of_the_seed_data_states()
    {
        var (import, _) = KnowledgeCopy.Read(Shipped.SeedData);
        var rows = import.Knowledge!;
        var lines = File.ReadAllLines(Path.Combine(Shipped.SeedData, "README.md"));
        var stated = lines.Select(line => CountLine().Match(line)).Where(match => match.Success).SelectMany(CountsOf).ToDictionary();

        var read = new Dictionary<string, int>
        {
            ["sources.csv"] = rows.Sources.Length,
            ["modalities.csv"] = rows.Modalities.Length,
            ["conditions.csv"] = rows.Conditions.Length,
            ["indications.csv"] = IndicationLines(),
            ["screening.csv"] = rows.Screening.Length,
            ["screening-answers.csv"] = rows.ScreeningAnswers.Length,
            ["credentials.csv"] = rows.Credentials.Length,
            ["credential-requirements.csv"] = rows.CredentialRequirements.Length,
            ["state-rules.csv"] = rows.StateRules.Length,
            ["state-zones.csv"] = rows.StateZones.Length,
            ["icd10cm.csv"] = rows.Icd10Titles.Length,
            ["insurers.csv"] = rows.Insurers.Length,
            ["networks.csv"] = rows.Networks.Length,
            ["plans.csv"] = rows.Plans.Length,
        };
        Assert.Equal(stated, read);
        Assert.Equal(read.Values.Sum(), import.Rows);
    }

    /// <summary>A line of the file may stand for a group of modalities, so its rows are counted as they were written.</summary>
    private static int IndicationLines() =>
        Shipped.Knowledge.Rows.Indications.Where(row => !row.FromGroup).Count()
        + Shipped.Knowledge.Rows.Indications.Where(row => row.FromGroup).DistinctBy(row => (row.Condition, row.EffectiveFrom)).Count();

    private static IEnumerable<KeyValuePair<string, int>> CountsOf(Match line) =>
        FileName().Matches(line.Groups["files"].Value).Select(match => match.Value)
            .Zip(line.Groups["counts"].Value.Split(", "), (file, count) => KeyValuePair.Create(file, int.Parse(count, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^\| (?<files>`(knowledge|insurers)/[^|]*) \| (?<counts>[0-9, ]+) \|", RegexOptions.ExplicitCapture)]
    private static partial Regex CountLine();

    [GeneratedRegex(@"[a-z0-9-]+\.csv", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
