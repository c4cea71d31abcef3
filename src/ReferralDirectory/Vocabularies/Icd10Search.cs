using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Vocabularies;

/// <summary>Searches the codes of the tables and of the release: a hundred thousand titles, whose words are sorted once and kept until either changes.</summary>
internal sealed class Icd10Search
{
    private volatile Known? last;

    /// <summary>
    /// The codes that begin so, in their order; if there is none, those whose title has words that begin so, the codes of the tables first,
    /// because they are near massage.
    /// </summary>
    public IReadOnlyList<Icd10Found> Find(string typed, KnowledgeTables knowledge, Icd10Release release)
    {
        var codes = For(knowledge, release);
        var prefix = typed.Trim().Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
        var byCode = prefix.Length == 0 ? [] : codes.Beginning(prefix);
        return byCode.Count > 0 ? byCode : codes.Titled(FoldedText.Words(typed));
    }

    private Known For(KnowledgeTables knowledge, Icd10Release release)
    {
        var made = last;
        return made?.Knowledge == knowledge && made.Release == release ? made : last = new Known(knowledge, release);
    }

    private sealed class Known
    {
        /// <summary>Those of the tables first.</summary>
        private readonly ImmutableArray<Icd10Found> codes;

        private readonly TitleWords titles;
        private readonly ImmutableArray<Icd10Found> inOrder;

        public Known(KnowledgeTables knowledge, Icd10Release release)
        {
            (Knowledge, Release) = (knowledge, release);
            var near = knowledge.Rows.Icd10Titles.Select(row => Of(row.Code, row.Title, release.Find(row.Code)));
            var others = release.Codes.Where(entry => knowledge.TitleOf(entry.Code) is null).Select(entry => Of(entry.Code, entry.Title, entry));
            codes = [.. near, .. others];
            titles = new TitleWords([.. codes.Select(code => code.Title)]);
            inOrder = codes.Sort((one, other) => one.Code.CompareTo(other.Code));
        }

        public KnowledgeTables Knowledge { get; }

        public Icd10Release Release { get; }

        public List<Icd10Found> Beginning(string prefix)
        {
            var (low, high) = (0, inOrder.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = string.CompareOrdinal(inOrder[middle].Code.Value, prefix) < 0 ? (middle + 1, high) : (low, middle);
            }

            return [.. inOrder.Skip(low).TakeWhile(code => code.Code.StartsWith(prefix))];
        }

        public List<Icd10Found> Titled(string[] words) => [.. titles.Find(words).Select(place => codes[place])];

        private static Icd10Found Of(Icd10Code code, string title, Icd10Entry? entry) => new(code, entry?.Title ?? title, entry?.IsBillable);
    }
}

/// <summary>A code that was found.</summary>
/// <param name="Title">The release's, if it has the code.</param>
/// <param name="IsBillable">Null where no release says it.</param>
internal sealed record Icd10Found(Icd10Code Code, string Title, bool? IsBillable);
