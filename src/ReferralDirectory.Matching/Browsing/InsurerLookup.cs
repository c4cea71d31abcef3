using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Browsing;

/// <summary>An insurer as people write it: by id, by name or by an alias, without regard to case, accents and punctuation.</summary>
public static class InsurerLookup
{
    /// <summary>Null when nobody, or more than one insurer, goes by the text.</summary>
    public static Insurer? Find(KnowledgeTables knowledge, string text)
    {
        if (Code<Insurer>.TryParse(text, out var id) && knowledge.Find(id) is { } insurer)
            return insurer;
        var wanted = FoldedText.Of(text);
        var found = knowledge.Rows.Insurers.Where(candidate => NamesOf(candidate).Any(name => FoldedText.Of(name) == wanted)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    public static IEnumerable<string> NamesOf(Insurer insurer) => insurer.Aliases.Prepend(insurer.Name);
}
