using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>What a search found: numbers only. An index, however fast, must find exactly what a look at every profile finds.</summary>
/// <param name="Total">Null: nobody wanted to know.</param>
/// <param name="Best">One candidate per therapist, the best, in order; as many as were asked for.</param>
internal sealed record SearchResult(
    int? Total, Miles Radius, ImmutableArray<ScoredPlace> Best, ImmutableArray<FunnelStep> Funnel, ImmutableArray<Relaxation> Relaxations);

/// <summary>
/// Sends the blocks within reach through the gates, settles the radius, keeps the best candidate of every therapist, and counts the
/// funnel where it is wanted.
/// </summary>
internal static class CandidateSearch
{
    public static SearchResult Run(MatchIndex index, MatchQuery query, int limit, CancellationToken cancellationToken)
    {
        var around = new Surroundings(index, query, query.Criteria.Preferences.Radius ?? RadiusLadder.Widest, cancellationToken);
        var radius = query.Criteria.Preferences.Radius ?? Settle(query, around);
        if (!query.Criteria.CountsTotal)
            return new SearchResult(null, radius, BestFirst.Of(around, query, limit, cancellationToken), [], []);
        var passed = query.Criteria.WithFunnel ? new int[GateSequence.Count] : null;
        var eligible = passed is null ? around.All : around.CountGateByGate(passed);
        var best = BestOfFew.IsFor(eligible) ? BestOfFew.Of(eligible, query, around.Reach, limit) : BestFirst.Of(around, query, limit, cancellationToken);
        return new SearchResult(
            eligible.TherapistCount, radius, best,
            passed is null ? [] : FunnelOf(index, query, passed, eligible),
            query.Criteria.WithRelaxations ? RelaxationCount.Of(index, query, radius, eligible, cancellationToken) : []);
    }

    /// <summary>The first gate after the radius that the candidate fails; null when it passes all.</summary>
    public static GateId? FirstFailed(in Candidate candidate, MatchQuery query)
    {
        for (var gate = GateId.Licensed; gate <= GateId.RequiredPreferences; gate++)
        {
            if (!GateSequence.Passes(gate, candidate, query))
                return gate;
        }

        return null;
    }

    public static bool IsWithin(in Candidate candidate, Miles radius) =>
        WithinRadiusGate.Passes(candidate.Mode, candidate.Distance, candidate.Place.HomeVisitRadius, radius);

    /// <summary>The smallest step with enough eligible therapists; the widest when none has.</summary>
    private static Miles Settle(MatchQuery query, Surroundings around)
    {
        foreach (var step in RadiusLadder.Steps)
        {
            around.Narrow(step);
            if (step == RadiusLadder.Widest || around.HasAtLeast(query.Criteria.Limit))
                return step;
        }

        throw new InvalidOperationException("The ladder has no widest step.");
    }

    private static ImmutableArray<FunnelStep> FunnelOf(MatchIndex index, MatchQuery query, int[] passed, Eligible eligible)
    {
        var steps = ImmutableArray.CreateBuilder<FunnelStep>(GateSequence.Count + 1);
        var entered = index.OfficeListings + (query.AllowsHomeVisits ? index.HomeVisitListings : 0);
        for (var gate = GateId.WithinRadius; gate <= GateId.RequiredPreferences; gate++)
            steps.Add(new FunnelStep(gate, gate == GateId.WithinRadius ? entered : steps[^1].Out, passed[(int)gate]));
        steps.Add(new FunnelStep(null, steps[^1].Out, eligible.TherapistCount));
        return steps.MoveToImmutable();
    }
}
