using System.Collections.Immutable;
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
/// Finds the candidates within reach, sends each through the gates once, settles the radius, counts the funnel and keeps the best
/// candidate of every therapist.
/// </summary>
internal static class CandidateSearch
{
    /// <summary>Candidates that are scored between two looks at whether anybody still waits.</summary>
    private const int CandidatesBetweenLooks = 256;

    public static SearchResult Run(MatchIndex index, MatchQuery query, int limit, CancellationToken cancellationToken)
    {
        var judged = Judge(index, query, cancellationToken);
        var radius = query.Criteria.Preferences.Radius ?? ChooseRadius(judged, query.Criteria.Limit);
        var best = BestPerTherapist(judged, radius, query, cancellationToken);
        var eligible = best.Values.Order(new ResultOrder(query.Criteria.Sort, query.Criteria.AsOf)).Take(limit);
        return new SearchResult(
            best.Count, radius, [.. eligible], FunnelOf(index, judged, radius, query, best.Count),
            query.Criteria.WithRelaxations ? RelaxationCount.Of(judged, radius, query, [.. best.Keys], cancellationToken) : []);
    }

    private static List<JudgedCandidate> Judge(MatchIndex index, MatchQuery query, CancellationToken cancellationToken)
    {
        var judged = new List<JudgedCandidate>();
        var office = OfficeReach(query);
        var reach = query.AllowsHomeVisits ? new Miles(Math.Max(office.Value, WithinRadiusGate.MostHomeVisitMiles.Value)) : office;
        foreach (var (entry, distance) in index.Near(query.Place, reach, cancellationToken))
        {
            if (distance.Value <= office.Value && VisitModes.HasOffice(entry.Listing.Place))
                judged.Add(Judge(entry, VisitMode.Office, distance, query));
            if (query.AllowsHomeVisits && WithinRadiusGate.Passes(VisitMode.HomeVisit, distance, entry.Listing.Place.HomeVisitRadius, default))
                judged.Add(Judge(entry, VisitMode.HomeVisit, distance, query));
        }

        return judged;
    }

    /// <summary>As far as the radius may grow: by choice up to the widest step, by relaxation up to the next.</summary>
    private static Miles OfficeReach(MatchQuery query) =>
        query.Criteria.Preferences.Radius is not { } radius ? RadiusLadder.Widest
        : query.Criteria.WithRelaxations && RadiusLadder.Above(radius) is { } next ? next : radius;

    private static JudgedCandidate Judge(IndexedListing entry, VisitMode mode, Miles distance, MatchQuery query)
    {
        var candidate = new Candidate(entry.Therapist, entry.Listing, mode, distance);
        return new JudgedCandidate(candidate, entry.TherapistOrdinal, FirstFailed(candidate, query));
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

    /// <summary>The smallest step with enough eligible therapists; the widest when none has.</summary>
    private static Miles ChooseRadius(List<JudgedCandidate> judged, int wanted)
    {
        var nearest = new Dictionary<int, double>();
        foreach (var (candidate, therapist, failed) in judged)
        {
            if (failed is null)
            {
                // A home visit does not depend on the radius: it counts at every step.
                var needs = candidate.Mode == VisitMode.HomeVisit ? 0 : candidate.Distance.Value;
                nearest[therapist] = Math.Min(needs, nearest.GetValueOrDefault(therapist, double.MaxValue));
            }
        }

        foreach (var step in RadiusLadder.Steps)
        {
            if (nearest.Values.Count(distance => distance <= step.Value) >= wanted)
                return step;
        }

        return RadiusLadder.Widest;
    }

    private static Dictionary<int, ScoredCandidate> BestPerTherapist(
        List<JudgedCandidate> judged, Miles radius, MatchQuery query, CancellationToken cancellationToken)
    {
        var order = new ResultOrder(query.Criteria.Sort, query.Criteria.AsOf);
        var best = new Dictionary<int, ScoredCandidate>();
        for (var i = 0; i < judged.Count; i++)
        {
            if (i % CandidatesBetweenLooks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var (candidate, therapist, failed) = judged[i];
            if (failed is not null || !IsWithin(candidate, radius))
                continue;
            var scored = new ScoredCandidate(candidate, therapist, Scorer.Score(candidate, query));
            if (!best.TryGetValue(therapist, out var held) || order.Compare(scored, held) < 0)
                best[therapist] = scored;
        }

        return best;
    }

    public static bool IsWithin(in Candidate candidate, Miles radius) =>
        WithinRadiusGate.Passes(candidate.Mode, candidate.Distance, candidate.Place.HomeVisitRadius, radius);

    private static ImmutableArray<FunnelStep> FunnelOf(MatchIndex index, List<JudgedCandidate> judged, Miles radius, MatchQuery query, int total)
    {
        var failedAt = new int[GateSequence.Count + 1];
        var within = 0;
        foreach (var (candidate, _, failed) in judged)
        {
            if (!IsWithin(candidate, radius))
                continue;
            within++;
            failedAt[(int?)failed ?? GateSequence.Count]++;
        }

        var all = index.OfficeListings + (query.AllowsHomeVisits ? index.HomeVisitListings : 0);
        var steps = ImmutableArray.CreateBuilder<FunnelStep>(GateSequence.Count + 1);
        steps.Add(new FunnelStep(GateId.WithinRadius, all, within));
        for (var gate = GateId.Licensed; gate <= GateId.RequiredPreferences; gate++)
            steps.Add(new FunnelStep(gate, steps[^1].Out, steps[^1].Out - failedAt[(int)gate]));
        steps.Add(new FunnelStep(null, steps[^1].Out, total));
        return steps.MoveToImmutable();
    }
}

/// <summary>A candidate within reach and the first gate after the radius that it fails, if any.</summary>
internal readonly record struct JudgedCandidate(Candidate Candidate, int TherapistOrdinal, GateId? FirstFailed);
