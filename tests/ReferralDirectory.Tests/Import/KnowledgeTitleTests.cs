using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import;

/// <summary>Holds the tables against the official list of codes, where it is at hand.</summary>
public sealed class KnowledgeTitleTests
{
    private static readonly string[] Alarms = ["acute embolism", "phlebitis", "thrombosis", "infective", "pathological fracture"];

    [Fact]
    public void The_short_list_bears_the_official_titles()
    {
        var official = Icd10OrderFile.TitlesOrSkip();
        var ours = Shipped.Knowledge.Rows.Icd10Titles;

        Assert.Equal(ours.Select(row => (row.Code.Value, official.GetValueOrDefault(row.Code.Value))), ours.Select(row => (row.Code.Value, (string?)row.Title)));
    }

    [Fact]
    public void Every_prefix_is_the_beginning_of_an_official_code()
    {
        var official = Icd10OrderFile.TitlesOrSkip().Keys.SelectMany(code => Enumerable.Range(3, code.Length - 2).Select(length => code[..length])).ToHashSet();
        var prefixes = Shipped.Knowledge.Rows.Conditions.SelectMany(row => row.Icd10Prefixes)
            .Concat(Shipped.Knowledge.Rows.Screening.SelectMany(row => row.Icd10Prefixes));

        Assert.All(prefixes, prefix => Assert.Contains(prefix, official));
    }

    [Fact]
    public void Codes_with_an_alarming_title_are_caught_by_screening_or_left_out_on_purpose()
    {
        var alarming = Icd10OrderFile.TitlesOrSkip().Where(row => Alarms.Any(alarm => row.Value.Contains(alarm, StringComparison.OrdinalIgnoreCase))).Select(row => row.Key);
        var uncaught = alarming.Where(code => !IsCaught(code)).ToList();

        Assert.NotEmpty(uncaught);
        Assert.All(uncaught, code => Assert.Contains(UncaughtTitles.Patterns, pattern => UncaughtTitles.Covers(pattern, code)));
        Assert.All(UncaughtTitles.Patterns, pattern => Assert.Contains(uncaught, code => UncaughtTitles.Covers(pattern, code)));
    }

    private static bool IsCaught(string text)
    {
        Assert.True(Icd10Code.TryParse(text, out var code), text);
        var result = Screener.Screen(new Order { Diagnoses = [Diagnosis.Of(code)], ScreeningAnswers = [] }, new DateOnly(2026, 7, 1), Shipped.Knowledge);
        return result.Findings.Any(finding => finding.Source is not null);
    }
}
