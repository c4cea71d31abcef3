using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matches;

/// <summary>The names of insurers and plans, to suggest the one that was perhaps meant.</summary>
internal static class InsurerNames
{
    /// <summary>The id to write, with each name by which the insurer is known.</summary>
    public static IEnumerable<(string Write, string Name)> Of(Insurer insurer) =>
        insurer.Aliases.Prepend(insurer.Name).Prepend(insurer.Id.Value).Select(name => (insurer.Id.Value, name));

    public static IEnumerable<(string Write, string Name)> Of(Plan plan) => [(plan.Id.Value, plan.Id.Value), (plan.Id.Value, plan.Name)];
}
