using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>Counts, for each single change that a caller may make, the therapists who would newly be eligible by it alone: by asking the changed query.</summary>
internal static class RelaxationCount
{
    public static ImmutableArray<Relaxation> Of(MatchIndex index, MatchQuery query, Miles radius, Eligible eligible, CancellationToken cancellationToken)
    {
        var relaxations = ImmutableArray.CreateBuilder<Relaxation>();
        if (RadiusLadder.Above(radius) is { } step)
            Add(Changes.WithRadius(query.Criteria, step), step);
        foreach (var change in Changes.Of(query))
            Add(change, radius);
        return relaxations.ToImmutable();

        void Add(CriteriaChange change, Miles within)
        {
            var changed = query.With(change.Criteria);
            var adds = changed.Screening.AllowsResults
                ? new Surroundings(index, changed, within, cancellationToken).All.CountNewTo(eligible) : 0;
            if (adds > 0)
                relaxations.Add(change.Relaxation with { Adds = adds });
        }
    }
}
