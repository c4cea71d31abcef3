using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Vocabularies;

/// <summary>Which of many titles have words that begin as those that were typed: every word with the places of its titles, in their alphabet.</summary>
internal sealed class TitleWords
{
    private const int BitsOfPart = 64;

    private readonly int titles;
    private readonly string[] words;
    private readonly int[][] places;

    public TitleWords(IReadOnlyList<string> titles)
    {
        this.titles = titles.Count;
        var read = new Dictionary<string, List<int>[]>(StringComparer.Ordinal);
        var folded = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var byText = read.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var place = 0; place < titles.Count; place++)
        {
            var title = titles[place].AsSpan();
            foreach (var range in title.Split(' '))
            {
                // A title's words stand in many others: each is folded once.
                if (!byText.TryGetValue(title[range], out var lists))
                    byText[title[range]] = lists = [.. FoldedText.Words(title[range].ToString()).Select(ListOf)];
                foreach (var list in lists)
                    AddOnce(list, place);
            }
        }

        words = [.. folded.Keys.Order(StringComparer.Ordinal)];
        places = Array.ConvertAll(words, word => folded[word].ToArray());

        List<int> ListOf(string word)
        {
            if (!folded.TryGetValue(word, out var list))
                folded.Add(word, list = []);
            return list;
        }
    }

    /// <summary>The places of the titles of which every typed word begins a word, ascending; without words, of all.</summary>
    public IEnumerable<int> Find(IReadOnlyCollection<string> typed)
    {
        if (typed.Count == 0)
            return Enumerable.Range(0, titles);
        var found = With(typed.First());
        foreach (var further in typed.Skip(1).Select(With))
        {
            for (var part = 0; part < found.Length; part++)
                found[part] &= further[part];
        }

        return Places(found);
    }

    private static void AddOnce(List<int> list, int place)
    {
        if (list.Count == 0 || list[^1] != place)
            list.Add(place);
    }

    /// <summary>A bit for each title.</summary>
    private ulong[] With(string beginning)
    {
        var found = new ulong[(titles / BitsOfPart) + 1];
        var first = Array.BinarySearch(words, beginning, StringComparer.Ordinal);
        for (var word = first < 0 ? ~first : first; word < words.Length && words[word].StartsWith(beginning, StringComparison.Ordinal); word++)
        {
            foreach (var place in places[word])
                found[place / BitsOfPart] |= 1UL << (place % BitsOfPart);
        }

        return found;
    }

    private static IEnumerable<int> Places(ulong[] found)
    {
        for (var part = 0; part < found.Length; part++)
        {
            for (var bits = found[part]; bits != 0; bits &= bits - 1)
                yield return (part * BitsOfPart) + System.Numerics.BitOperations.TrailingZeroCount(bits);
        }
    }
}
