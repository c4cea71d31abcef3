using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReferralDirectory.Matching.Knowledge;

/// <summary>The safety rows, found by what may trigger them, so that an order is not compared with every row.</summary>
internal sealed class ScreeningRows
{
    private readonly ImmutableArray<ScreeningRow> rows;
    private readonly FrozenDictionary<string, ImmutableArray<int>> byAnswer;
    private readonly FrozenDictionary<string, ImmutableArray<int>> byPrefix;
    private readonly FrozenDictionary<string, ImmutableArray<int>> byBeginning;

    public ScreeningRows(ImmutableArray<ScreeningRow> rows)
    {
        this.rows = rows;
        byAnswer = PlacesBy(row => row.Answers);
        byPrefix = PlacesBy(row => row.Icd10Prefixes);
        byBeginning = PlacesBy(row => row.Icd10Prefixes.SelectMany(prefix => Enumerable.Range(1, prefix.Length - 1).Select(length => prefix[..length])).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The rows with one of the answers, or with a prefix of which a code is a beginning or which is one of a code; in the order of the table.</summary>
    /// <param name="answers">Screening answers.</param>
    /// <param name="codes">ICD-10-CM codes or beginnings of them, without the dot.</param>
    public IEnumerable<ScreeningRow> Touched(IEnumerable<string> answers, IEnumerable<string> codes)
    {
        var places = new SortedSet<int>();
        foreach (var answer in answers)
            places.UnionWith(byAnswer.GetValueOrDefault(answer, []));
        foreach (var code in codes)
        {
            places.UnionWith(byBeginning.GetValueOrDefault(code, []));
            for (var length = 1; length <= code.Length; length++)
                places.UnionWith(byPrefix.GetValueOrDefault(code[..length], []));
        }

        return places.Select(place => rows[place]);
    }

    private FrozenDictionary<string, ImmutableArray<int>> PlacesBy(Func<ScreeningRow, IEnumerable<string>> keys) => rows
        .SelectMany((row, place) => keys(row).Select(key => (key, place)))
        .GroupBy(pair => pair.key, pair => pair.place, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
}
