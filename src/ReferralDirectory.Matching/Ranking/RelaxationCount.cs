using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Counts, for each single change that a caller may make, the therapists who would newly be eligible by it alone. Only the candidates
/// that a gate of that change kept out are judged again, by the changed query itself.
/// </summary>
internal static class RelaxationCount
{
    /// <param name="cancellationToken">Looked at once for each change.</param>
    public static ImmutableArray<Relaxation> Of(
        List<JudgedCandidate> judged, Miles radius, MatchQuery query, HashSet<int> eligible, CancellationToken cancellationToken) =>
        [.. Wider(judged, radius, eligible).Concat(Changes.Of(query).Select(change =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return change.Relaxation with { Adds = NewlyEligible(judged, radius, change, query, eligible) };
        })).Where(relaxation => relaxation.Adds > 0)];

    private static IEnumerable<Relaxation> Wider(List<JudgedCandidate> judged, Miles radius, HashSet<int> eligible)
    {
        if (RadiusLadder.Above(radius) is not { } step)
            yield break;
        var adds = judged
            .Where(entry => entry.FirstFailed is null && entry.Candidate.Mode == VisitMode.Office && entry.Candidate.Distance.Value <= step.Value)
            .Select(entry => entry.TherapistOrdinal).Where(therapist => !eligible.Contains(therapist)).Distinct().Count();
        yield return new Relaxation(RelaxationKind.RadiusMiles, step, null, null, null, adds);
    }

    private static int NewlyEligible(List<JudgedCandidate> judged, Miles radius, CriteriaChange change, MatchQuery query, HashSet<int> eligible)
    {
        var changed = query.With(change.Criteria);
        if (!changed.Screening.AllowsResults)
            return 0;
        var added = new HashSet<int>();
        foreach (var (candidate, therapist, failed) in judged)
        {
            if (failed is { } gate && change.Gates.Contains(gate) && !eligible.Contains(therapist) && !added.Contains(therapist)
                && CandidateSearch.IsWithin(candidate, radius) && CandidateSearch.FirstFailed(candidate, changed) is null)
            {
                added.Add(therapist);
            }
        }

        return added.Count;
    }
}
