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
    /// <summary>The candidate that got furthest through the gates, the nearer of two; null when the therapist has no listing.</summary>
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
            if (ChangeAt(failed, candidate, query) is not { } change)
                return [];
            changes.Add(change.Relaxation);
            radius = change.Criteria.Preferences.Radius ?? radius;
            query = new MatchQuery(change.Criteria, query.Knowledge, query.Options);
            if (!query.Screening.AllowsResults)
                return [];
        }

        return changes.ToImmutable();
    }

    private static GateId? FirstFailed(in Candidate candidate, MatchQuery query, Miles radius) =>
        CandidateSearch.IsWithin(candidate, radius) ? CandidateSearch.FirstFailed(candidate, query) : GateId.WithinRadius;

    private static IEnumerable<Candidate> CandidatesOf(CompiledTherapist therapist, MatchQuery query)
    {
        foreach (var listing in therapist.Profile.Listings)
        {
            var distance = UnitVector.Of(listing.Place.Point).DistanceTo(query.Place);
            yield return new Candidate(therapist, listing, VisitMode.Office, distance);
            if (query.AllowsHomeVisits && listing.Place.HomeVisitRadius is not null)
                yield return new Candidate(therapist, listing, VisitMode.HomeVisit, distance);
        }
    }

    private static CriteriaChange? ChangeAt(GateId gate, Candidate candidate, MatchQuery query) => gate switch
    {
        GateId.WithinRadius when candidate.Mode == VisitMode.Office && RadiusLadder.Reaching(candidate.Distance) is { } step => Changes.WithRadius(query.Criteria, step),
        GateId.Vetted when VettedGate.FactsOf(candidate, query).Tier is >= 1 and var tier => Changes.WithMinTier(query.Criteria, tier),
        GateId.InNetwork when query.Criteria.Coverage.Plan is not null && InNetworkGate.PassesInsurerWide(candidate, query) => Changes.WithoutPlan(query.Criteria),
        GateId.Indicated when OtherModality(candidate, query) is { } other => Changes.WithModality(query.Criteria, other),
        GateId.RequiredPreferences => Changes.WithoutRequired(
            query.Criteria, query.Criteria.Preferences.Required.First(required => !PreferencesRule.Holds(required, candidate, query))),
        _ => null,
    };

    /// <summary>An indicated modality that the therapist offers instead of the one that the order insists on.</summary>
    private static Code<Knowledge.Modality>? OtherModality(in Candidate candidate, MatchQuery query)
    {
        if (query.Insisted.IsEmpty)
            return null;
        var others = (IndicatedGate.UsableBy(candidate, query) & query.Pairs.Primary.Supported).Except(query.Insisted);
        foreach (var code in query.Knowledge.CodesOf(others))
            return code;
        return null;
    }
}
