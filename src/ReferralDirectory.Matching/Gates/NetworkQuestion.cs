using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>Whose network is asked about, and for which day: the same for a referral's coverage and for a filter of the directory.</summary>
/// <param name="Payers">The insurers whose facts may serve; empty when the patient pays.</param>
/// <param name="PlanNetworks">The networks of the plan; null when no plan was named.</param>
internal sealed record NetworkQuestion(FrozenSet<Code<Insurer>> Payers, ImmutableArray<Code<Network>>? PlanNetworks, DateOnly Day)
{
    public static NetworkQuestion Of(Code<Insurer> insurer, Code<Plan>? plan, DateOnly day, KnowledgeTables knowledge) =>
        new(FrozenSet.Create(null, insurer), plan is { } named ? knowledge.Find(insurer, named)?.Networks ?? [] : null, day);

    /// <summary>Any payer of a kind, for a coverage that names none.</summary>
    public static NetworkQuestion OfAny(InsurerKind kind, DateOnly day, KnowledgeTables knowledge) =>
        new(knowledge.Rows.Insurers.Where(insurer => insurer.Kind == kind).Select(insurer => insurer.Id).ToFrozenSet(), null, day);

    /// <summary>Who may pay under a coverage that names nobody.</summary>
    public static InsurerKind KindOf(CoverageKind coverage) => coverage switch
    {
        CoverageKind.AutoPip => InsurerKind.AutoPip,
        CoverageKind.WorkersComp => InsurerKind.WorkersComp,
        CoverageKind.Va => InsurerKind.Va,
        _ => InsurerKind.HealthPlan,
    };

    public bool IsOfPlan(Code<Network> network) => PlanNetworks is { } networks && networks.Contains(network);
}
