using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>One change to the criteria, and the gates at which it may let somebody through.</summary>
internal sealed record CriteriaChange(Relaxation Relaxation, MatchCriteria Criteria, ImmutableArray<GateId> Gates);

/// <summary>
/// The changes that may be suggested, besides a wider radius: forget the plan, one tier less (not below 1), another indicated modality
/// than the one insisted on, one required preference less. Never anything that a safety gate asks for.
/// </summary>
internal static class Changes
{
    public static IEnumerable<CriteriaChange> Of(MatchQuery query)
    {
        var criteria = query.Criteria;
        if (criteria.Coverage.Plan is not null)
            yield return WithoutPlan(criteria);
        if (query.MinTier > 1)
            yield return WithMinTier(criteria, query.MinTier - 1);
        if (!query.Insisted.IsEmpty)
        {
            foreach (var other in query.Knowledge.CodesOf(query.Pairs.Primary.Supported.Except(query.Insisted)))
                yield return WithModality(criteria, other);
        }

        foreach (var preference in criteria.Preferences.Required.Distinct())
            yield return WithoutRequired(criteria, preference);
    }

    public static CriteriaChange WithoutPlan(MatchCriteria criteria) => new(
        new Relaxation(RelaxationKind.InsurerWide, null, null, null, null, 0), criteria with { Coverage = criteria.Coverage with { Plan = null } },
        [GateId.Accepting, GateId.InNetwork]);

    public static CriteriaChange WithMinTier(MatchCriteria criteria, int tier) => new(
        new Relaxation(RelaxationKind.MinTier, null, tier, null, null, 0), criteria with { MinTier = tier }, [GateId.Vetted]);

    public static CriteriaChange WithModality(MatchCriteria criteria, Code<Knowledge.Modality> other) => new(
        new Relaxation(RelaxationKind.Modality, null, null, other, null, 0), criteria with { Order = criteria.Order with { Modalities = [other] } },
        [GateId.Vetted, GateId.Indicated, GateId.Credentialed]);

    public static CriteriaChange WithoutRequired(MatchCriteria criteria, Preference preference) => new(
        new Relaxation(RelaxationKind.Preference, null, null, null, preference, 0),
        criteria with { Preferences = criteria.Preferences with { Required = criteria.Preferences.Required.RemoveAll(required => required == preference) } },
        [GateId.RequiredPreferences]);

    public static CriteriaChange WithRadius(MatchCriteria criteria, Miles radius) => new(
        new Relaxation(RelaxationKind.RadiusMiles, radius, null, null, null, 0), criteria with { Preferences = criteria.Preferences with { Radius = radius } },
        [GateId.WithinRadius]);
}
