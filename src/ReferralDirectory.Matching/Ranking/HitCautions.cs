using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>What a reader of one result must not overlook, as codes: the findings of screening, then what is weak about the facts.</summary>
internal static class HitCautions
{
    /// <summary>Beyond this a listing's point says little about a short distance.</summary>
    private const double ApproximateMiles = 5;

    public static ImmutableArray<string> Of(in Candidate candidate, ImmutableArray<GateOutcome> gates, MatchQuery query)
    {
        var cautions = query.Screening.Cautions;
        foreach (var gate in gates)
        {
            if (CautionOf(gate, query) is { } code)
                cautions = cautions.Add(code);
        }

        return candidate.Place.PointUncertainty.Value > ApproximateMiles ? cautions.Add("point-approximate") : cautions;
    }

    private static string? CautionOf(GateOutcome gate, MatchQuery query) => gate switch
    {
        { Code: "active-with-conditions" } => "licence-with-conditions",
        { Code: "exclusion-not-checked" or "accepting-unknown" } => gate.Code,
        { Evidence: NetworkEvidence evidence } when NetworkEvidenceRule.IsPlanNotConfirmed(evidence.Status, evidence.ConfirmedFor, query.Criteria.Coverage.Plan is not null) => "plan-not-confirmed",
        _ => null,
    };
}
