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
        var query = QueryOf(index, criteria, options);
        var found = query.Screening.AllowsResults ? CandidateSearch.Run(index, query, criteria.Limit, cancellationToken) : null;
        return new MatchAnswer
        {
            Screening = query.Screening,
            Total = criteria.CountsTotal ? found?.Total ?? 0 : null,
            Results = found is null ? [] : [.. found.Best.Select((scored, i) => Hit(scored, i + 1, found.Radius, query))],
            Funnel = found?.Funnel ?? [],
            Relaxations = found?.Relaxations ?? [],
            Radius = found?.Radius ?? criteria.Preferences.Radius,
            RadiusChosen = found is not null && criteria.Preferences.Radius is null,
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
        var query = QueryOf(index, criteria with { WithFunnel = false, WithRelaxations = false, WithTotal = true }, options);
        var found = query.Screening.AllowsResults ? CandidateSearch.Run(index, query, int.MaxValue, cancellationToken) : null;
        var eligible = found?.Best ?? [];
        var before = eligible.TakeWhile(scored => scored.Therapist != therapist).Count();
        var hit = before == eligible.Length ? null : Hit(eligible[before], before + 1, found!.Radius, query);

        // Screening comes before any gate: where it stops the order, nobody is looked at.
        var furthest = found is null || hit is not null ? null : Absence.FurthestOf(compiled, query, found.Radius);
        var gates = hit?.Gates ?? (furthest is { } absent ? UpToTheFirstFailed(GatesOf(new CandidateFacts(absent, query), found!.Radius)) : []);
        return new TherapistExplanation
        {
            Screening = query.Screening,
            Hit = hit,
            Gates = gates,
            FirstFailed = gates.FirstOrDefault(gate => !gate.Passed),
            WhatWouldChangeIt = furthest is { } missing ? Absence.WhatWouldChangeIt(missing, query, found!.Radius) : [],
            Total = found?.Total ?? 0,
            Radius = found?.Radius ?? criteria.Preferences.Radius,
        };
    }

    private static MatchQuery QueryOf(MatchIndex index, MatchCriteria criteria, RankingOptions options) =>
        new(criteria, index.Knowledge, options, index.Orders.Of(criteria.Order, criteria.ServiceDate));

    /// <summary>What lies behind is not told: of somebody under review, the tier would tell what the list said.</summary>
    private static ImmutableArray<GateOutcome> UpToTheFirstFailed(ImmutableArray<GateOutcome> gates)
    {
        var passed = gates.TakeWhile(gate => gate.Passed).Count();
        return gates[..Math.Min(passed + 1, gates.Length)];
    }

    private static MatchHit Hit(ScoredPlace scored, int rank, Miles radius, MatchQuery query)
    {
        var candidate = scored.ToCandidate();
        var facts = new CandidateFacts(candidate, query);
        var gates = GatesOf(facts, radius);
        return new MatchHit
        {
            Rank = rank,
            Therapist = candidate.Therapist,
            Listing = candidate.Listing,
            Mode = candidate.Mode,
            Distance = candidate.Distance,
            Score = scored.Score,
            Components = Scorer.Explain(facts),
            Gates = gates,
            Vetting = facts.Vetting,
            Network = facts.Network,
            Cautions = HitCautions.Of(candidate, gates, query),
        };
    }

    private static ImmutableArray<GateOutcome> GatesOf(CandidateFacts facts, Miles radius)
    {
        var outcomes = ImmutableArray.CreateBuilder<GateOutcome>(GateSequence.Count);
        for (var gate = GateId.WithinRadius; gate <= GateId.RequiredPreferences; gate++)
            outcomes.Add(GateSequence.Explain(gate, facts, radius));
        return outcomes.MoveToImmutable();
    }
}
