using System.Collections.Immutable;
using System.Numerics;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>What a search found: numbers only. An index, however fast, must find exactly what a look at every profile finds.</summary>
/// <param name="Eligible">One candidate per therapist, the best, in order; as many as were asked for.</param>
internal sealed record SearchResult(
    int Total, Miles Radius, ImmutableArray<ScoredCandidate> Eligible, ImmutableArray<FunnelStep> Funnel, ImmutableArray<Relaxation> Relaxations);

/// <summary>
/// Sends the blocks within reach through the gates, settles the radius, counts the funnel, and keeps the best candidate of every
/// therapist. A candidate is scored only when the bound of its score can still bring it among the best.
/// </summary>
internal static class CandidateSearch
{
    public static SearchResult Run(MatchIndex index, MatchQuery query, int limit, CancellationToken cancellationToken)
    {
        var gates = new GateRows(query, index.NetworkKeys);
        var (radius, eligible) = Settle(index, query, gates, cancellationToken);
        return new SearchResult(
            eligible.TherapistCount, radius, Best(eligible, query, limit, cancellationToken), FunnelOf(index, query, eligible),
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

    /// <summary>The radius that was asked for, else the smallest step with enough eligible therapists; the widest when none has.</summary>
    private static (Miles Radius, Eligible Eligible) Settle(MatchIndex index, MatchQuery query, GateRows gates, CancellationToken cancellationToken)
    {
        if (query.Criteria.Preferences.Radius is { } asked)
            return (asked, new Eligible(index, query, gates, asked, cancellationToken));
        foreach (var step in RadiusLadder.Steps)
        {
            var eligible = new Eligible(index, query, gates, step, cancellationToken);
            if (eligible.TherapistCount >= query.Criteria.Limit || step == RadiusLadder.Widest)
                return (step, eligible);
        }

        throw new InvalidOperationException("The ladder has no widest step.");
    }

    private static ImmutableArray<ScoredCandidate> Best(Eligible eligible, MatchQuery query, int limit, CancellationToken cancellationToken)
    {
        var best = new BestResults(new ResultOrder(query.Criteria.Sort, query.Criteria.AsOf), limit);
        foreach (var (view, offices, homes) in eligible.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bound = new ScoreBound(query, view);
            for (var word = 0; word < Bits.Words; word++)
            {
                Offer(view, bound, word, offices[word], VisitMode.Office, query, best);
                Offer(view, bound, word, homes[word], VisitMode.HomeVisit, query, best);
            }
        }

        return best.InOrder;
    }

    private static void Offer(BlockView view, ScoreBound bound, int word, ulong candidates, VisitMode mode, MatchQuery query, BestResults best)
    {
        for (var rest = candidates; rest != 0; rest &= rest - 1)
        {
            var place = (word * Bits.PerWord) + BitOperations.TrailingZeroCount(rest);
            var squaredChord = view.Block.Points.SquaredChordFrom(query.Place, place);
            if (best.Last is { } last && IsBehind(last, bound, place, mode, squaredChord, query))
                continue;
            var candidate = view.CandidateAt(place, mode);
            best.Offer(new ScoredCandidate(candidate, Scorer.Score(candidate, query)));
        }
    }

    private static bool IsBehind(in ScoredCandidate last, ScoreBound bound, int place, VisitMode mode, double squaredChord, MatchQuery query) =>
        query.Criteria.Sort == SortOrder.Distance
            ? ScoreBound.MilesOfChord(squaredChord) > last.Candidate.Distance.Value
            : bound.Of(place, mode, squaredChord) < last.Score;

    private static ImmutableArray<FunnelStep> FunnelOf(MatchIndex index, MatchQuery query, Eligible eligible)
    {
        var steps = ImmutableArray.CreateBuilder<FunnelStep>(GateSequence.Count + 1);
        var entered = index.OfficeListings + (query.AllowsHomeVisits ? index.HomeVisitListings : 0);
        for (var gate = GateId.WithinRadius; gate <= GateId.RequiredPreferences; gate++)
            steps.Add(new FunnelStep(gate, gate == GateId.WithinRadius ? entered : steps[^1].Out, eligible.PassedBy(gate)));
        steps.Add(new FunnelStep(null, steps[^1].Out, eligible.TherapistCount));
        return steps.MoveToImmutable();
    }
}
