using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Browsing;

/// <summary>An insurer as people write it: by id, by name or by an alias, without regard to case, accents and punctuation.</summary>
public static class InsurerLookup
{
    /// <summary>Null when nobody, or more than one insurer, goes by the text.</summary>
    public static Insurer? Find(KnowledgeTables knowledge, string text) => FindAll(knowledge, text) is [var only] ? only : null;

    /// <summary>None, one, or all that share the name.</summary>
    public static IReadOnlyList<Insurer> FindAll(KnowledgeTables knowledge, string text)
    {
        if (Code<Insurer>.TryParse(text, out var id) && knowledge.Find(id) is { } insurer)
            return [insurer];
        var wanted = KeyOf(text);
        return [.. knowledge.Rows.Insurers.Where(candidate => NamesOf(candidate).Any(name => KeyOf(name) == wanted))];
    }

    public static IEnumerable<string> NamesOf(Insurer insurer) => insurer.Aliases.Prepend(insurer.Name);

    private static string KeyOf(string name) => FoldedText.Of(name).Replace(" ", "", StringComparison.Ordinal);
}
