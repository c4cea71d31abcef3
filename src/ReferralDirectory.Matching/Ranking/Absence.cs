using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>Why a therapist is missing from an answer, and the smallest changes that together would let it in.</summary>
internal static class Absence
{
    /// <summary>The candidate that got furthest through the gates, the nearer of two; null when the therapist has none.</summary>
    public static Candidate? FurthestOf(CompiledTherapist therapist, MatchQuery query, Miles radius)
    {
        (Candidate Candidate, int Gate)? best = null;
        foreach (var candidate in CandidatesOf(therapist, query))
        {
            var gate = (int)(FirstFailed(candidate, query, radius) ?? (GateId)GateSequence.Count);
            if (best is null || gate > best.Value.Gate || (gate == best.Value.Gate && candidate.Distance.Value < best.Value.Candidate.Distance.Value))
                best = (candidate, gate);
        }

        return best?.Candidate;
    }

    /// <summary>Empty when a gate stands in the way that the caller cannot change.</summary>
    public static ImmutableArray<Relaxation> WhatWouldChangeIt(Candidate candidate, MatchQuery query, Miles radius)
    {
        var changes = ImmutableArray.CreateBuilder<Relaxation>();
        while (FirstFailed(candidate, query, radius) is { } failed)
        {
            if (StepPast(failed, candidate, query, radius) is not { } step)
                return [];
            changes.Add(step.Relaxation);
            (query, radius) = (step.Query, step.Radius);
        }

        return changes.ToImmutable();
    }

    /// <summary>The first change after which the candidate gets farther than before.</summary>
    private static Step? StepPast(GateId failed, Candidate candidate, MatchQuery query, Miles radius)
    {
        foreach (var change in ChangesAt(failed, candidate, query))
        {
            var step = new Step(change.Relaxation, query.With(change.Criteria), change.Criteria.Preferences.Radius ?? radius);
            var next = FirstFailed(candidate, step.Query, step.Radius) ?? (GateId)GateSequence.Count;
            if (step.Query.Screening.AllowsResults && (next > failed || IsOneOfSeveral(failed, next)))
                return step;
        }

        return null;
    }

    /// <summary>Required preferences are given up one by one, at the same gate.</summary>
    private static bool IsOneOfSeveral(GateId failed, GateId next) => failed == GateId.RequiredPreferences && next == failed;

    private static IEnumerable<CriteriaChange> ChangesAt(GateId gate, Candidate candidate, MatchQuery query) => gate switch
    {
        GateId.WithinRadius => candidate.Mode == VisitMode.Office && RadiusLadder.Reaching(candidate.Distance) is { } step
            ? [Changes.WithRadius(query.Criteria, step)] : [],
        GateId.Vetted => VettedGate.FactsOf(candidate, query).Tier is >= 1 and var tier ? [Changes.WithMinTier(query.Criteria, tier)] : [],
        GateId.RequiredPreferences => query.Criteria.Preferences.Required
            .Where(required => !PreferencesRule.Holds(required, candidate, query))
            .Select(required => Changes.WithoutRequired(query.Criteria, required)),
        _ => Changes.Of(query).Where(change => change.Gates.Contains(gate)),
    };

    private static GateId? FirstFailed(in Candidate candidate, MatchQuery query, Miles radius) =>
        CandidateSearch.IsWithin(candidate, radius) ? CandidateSearch.FirstFailed(candidate, query) : GateId.WithinRadius;

    private static IEnumerable<Candidate> CandidatesOf(CompiledTherapist therapist, MatchQuery query)
    {
        foreach (var listing in therapist.Profile.Listings)
        {
            var distance = UnitVector.Of(listing.Place.Point).DistanceTo(query.Place);
            if (VisitModes.HasOffice(listing.Place))
                yield return new Candidate(therapist, listing, VisitMode.Office, distance);
            if (query.AllowsHomeVisits && VisitModes.Travels(listing.Place))
                yield return new Candidate(therapist, listing, VisitMode.HomeVisit, distance);
        }
    }

    private sealed record Step(Relaxation Relaxation, MatchQuery Query, Miles Radius);
}
