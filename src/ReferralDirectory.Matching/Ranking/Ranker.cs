using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The one entry: an answer is a pure function of the index, the criteria and the options. Thread-safe.</summary>
public static class Ranker
{
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public static MatchAnswer Match(MatchIndex index, MatchCriteria criteria, RankingOptions options, CancellationToken cancellationToken = default)
    {
        var query = new MatchQuery(criteria, index.Knowledge, options);
        var found = query.Screening.AllowsResults
            ? CandidateSearch.Run(index, query, criteria.Limit, cancellationToken)
            : NothingSought(criteria);
        return new MatchAnswer
        {
            Screening = query.Screening,
            Total = found.Total,
            Results = [.. found.Eligible.Select((scored, i) => Hit(scored, i + 1, found.Radius, query))],
            Funnel = found.Funnel,
            Relaxations = found.Relaxations,
            Radius = found.Radius,
            RadiusChosen = criteria.Preferences.Radius is null,
            MinTier = query.MinTier,
        };
    }

    /// <summary>Where one therapist stands; null when the index does not know the id.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public static TherapistExplanation? Explain(
        MatchIndex index, MatchCriteria criteria, TherapistId therapist, RankingOptions options, CancellationToken cancellationToken = default)
    {
        if (index.FindCompiled(therapist) is not { } compiled)
            return null;
        var query = new MatchQuery(criteria with { WithRelaxations = false }, index.Knowledge, options);
        var found = query.Screening.AllowsResults
            ? CandidateSearch.Run(index, query, int.MaxValue, cancellationToken)
            : NothingSought(criteria);
        for (var i = 0; i < found.Eligible.Length; i++)
        {
            if (found.Eligible[i].Candidate.Therapist.Id == therapist)
            {
                var hit = Hit(found.Eligible[i], i + 1, found.Radius, query);
                return Explanation(query, found, hit, hit.Gates, null, []);
            }
        }

        if (Absence.FurthestOf(compiled, query, found.Radius) is not { } furthest)
            return Explanation(query, found, null, [], null, []);
        var gates = UpToTheFirstFailed(GatesOf(furthest, query, found.Radius));
        var changes = query.Screening.AllowsResults ? Absence.WhatWouldChangeIt(furthest, query, found.Radius) : [];
        return Explanation(query, found, null, gates, gates.FirstOrDefault(gate => !gate.Passed), changes);
    }

    /// <summary>Screening allows no results: nobody was looked at, so nobody was left out for the distance.</summary>
    private static SearchResult NothingSought(MatchCriteria criteria) => new(0, criteria.Preferences.Radius ?? RadiusLadder.Widest, [], [], []);

    /// <summary>What lies behind is not told: of somebody under review, the tier would tell what the list said.</summary>
    private static ImmutableArray<GateOutcome> UpToTheFirstFailed(ImmutableArray<GateOutcome> gates)
    {
        var passed = gates.TakeWhile(gate => gate.Passed).Count();
        return gates[..Math.Min(passed + 1, gates.Length)];
    }

    private static TherapistExplanation Explanation(
        MatchQuery query, SearchResult found, MatchHit? hit, ImmutableArray<GateOutcome> gates, GateOutcome? failed, ImmutableArray<Relaxation> changes) => new()
        {
            Screening = query.Screening,
            Hit = hit,
            Gates = gates,
            FirstFailed = failed,
            WhatWouldChangeIt = changes,
            Total = found.Total,
            Radius = found.Radius,
        };

    private static MatchHit Hit(ScoredCandidate scored, int rank, Miles radius, MatchQuery query)
    {
        var candidate = scored.Candidate;
        var gates = GatesOf(candidate, query, radius);
        return new MatchHit
        {
            Rank = rank,
            Therapist = candidate.Therapist,
            Listing = candidate.Listing,
            Mode = candidate.Mode,
            Distance = candidate.Distance,
            Score = scored.Score,
            Components = Scorer.Explain(candidate, query),
            Gates = gates,
            Vetting = VettedGate.Assess(candidate, query),
            Network = InNetworkGate.Evidence(candidate, query),
            Cautions = HitCautions.Of(candidate, gates, query),
        };
    }

    private static ImmutableArray<GateOutcome> GatesOf(Candidate candidate, MatchQuery query, Miles radius) =>
        [.. Enumerable.Range(0, GateSequence.Count).Select(gate => GateSequence.Explain((GateId)gate, candidate, query, radius))];
}
