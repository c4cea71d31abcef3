using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Knowledge;

/// <summary>Insurers and plans as people write them: by id, by name or by an alias, without regard to case, accents and punctuation.</summary>
public static class InsurerLookup
{
    /// <summary>Null when nobody, or more than one insurer, goes by the text.</summary>
    public static Insurer? Find(KnowledgeTables knowledge, string text) => FindAll(knowledge, text) is [var only] ? only : null;

    /// <summary>None, one, or all that share the name.</summary>
    public static IReadOnlyList<Insurer> FindAll(KnowledgeTables knowledge, string text)
    {
        if (Code<Insurer>.TryParse(text, out var id) && knowledge.Find(id) is { } insurer)
            return [insurer];
        var wanted = Spelling(text);
        return [.. knowledge.Rows.Insurers.Where(candidate => NamesOf(candidate).Any(name => Spelling(name) == wanted))];
    }

    public static Plan? FindPlan(KnowledgeTables knowledge, Insurer insurer, string text)
    {
        if (Code<Plan>.TryParse(text, out var id) && knowledge.Find(insurer.Id, id) is { } plan)
            return plan;
        var wanted = Spelling(text);
        return knowledge.Rows.Plans.FirstOrDefault(candidate => candidate.Insurer == insurer.Id && Spelling(candidate.Name) == wanted);
    }

    /// <summary>Besides the id.</summary>
    public static IEnumerable<string> NamesOf(Insurer insurer) => insurer.Aliases.Prepend(insurer.Name);

    // "U.S." is "US", and "Blue Cross" is "BlueCross".
    private static string Spelling(string text) => FoldedText.Of(text).Replace(" ", "", StringComparison.Ordinal);
}
