using ReferralDirectory.Matches.Validation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches;

/// <summary>Insurers and plans as people write them: by id, by name or by alias, without regard to case and punctuation.</summary>
internal static class InsurerNames
{
    public static Plan? FindPlan(KnowledgeTables knowledge, Insurer insurer, string text)
    {
        if (Code<Plan>.TryParse(text, out var id) && knowledge.Find(insurer.Id, id) is { } plan)
            return plan;
        var wanted = NearNames.Simplify(text);
        return knowledge.Rows.Plans.FirstOrDefault(candidate => candidate.Insurer == insurer.Id && Of(candidate).Any(name => NearNames.Simplify(name.Name) == wanted));
    }

    /// <summary>The id to write, with each name by which the insurer is known.</summary>
    public static IEnumerable<(string Write, string Name)> Of(Insurer insurer) =>
        insurer.Aliases.Prepend(insurer.Name).Prepend(insurer.Id.Value).Select(name => (insurer.Id.Value, name));

    public static IEnumerable<(string Write, string Name)> Of(Plan plan) => [(plan.Id.Value, plan.Id.Value), (plan.Id.Value, plan.Name)];
}
