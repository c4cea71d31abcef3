using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>An eligible candidate, as a place in a block, with its score in millionths of a point.</summary>
internal readonly record struct ScoredPlace(Block Block, int Place, TherapistId Therapist, VisitMode Mode, Miles Distance, long Score)
{
    public Candidate ToCandidate() => Block.ListingAt(Place).ToCandidate(Mode, Distance);
}

/// <summary>
/// The order of results: score (or distance, when asked), then a draw that changes every day and is the same for everyone on that day,
/// then the id. Never payment, the alphabet or the day of registration.
/// </summary>
internal sealed class ResultOrder(SortOrder sort, DateOnly asOf)
{
    public SortOrder Sort { get; } = sort;

    /// <summary>As <see cref="Compare"/> has it, but nearly always told by the scores alone.</summary>
    public bool IsBefore(in ScoredPlace one, in ScoredPlace other) =>
        Sort == SortOrder.Score && one.Score != other.Score ? one.Score > other.Score : Compare(one, other) < 0;

    /// <summary>Between therapists, and between the candidates of one therapist.</summary>
    public int Compare(in ScoredPlace left, in ScoredPlace right)
    {
        var byScore = right.Score.CompareTo(left.Score);
        var byDistance = left.Distance.CompareTo(right.Distance);
        var (first, second) = Sort == SortOrder.Distance ? (byDistance, byScore) : (byScore, 0);
        if (first != 0)
            return first;
        if (second != 0)
            return second;
        var (leftId, rightId) = (left.Therapist, right.Therapist);
        if (leftId == rightId)
            return CompareWithinTherapist(left, right);
        var byDraw = Draw(asOf, leftId).CompareTo(Draw(asOf, rightId));
        return byDraw != 0 ? byDraw : leftId.CompareTo(rightId);
    }

    private static int CompareWithinTherapist(in ScoredPlace left, in ScoredPlace right)
    {
        var byDistance = left.Distance.CompareTo(right.Distance);
        if (byDistance != 0)
            return byDistance;
        var byMode = left.Mode.CompareTo(right.Mode);
        return byMode != 0 ? byMode : left.Block.ListingAt(left.Place).Listing.Id.CompareTo(right.Block.ListingAt(right.Place).Listing.Id);
    }

    /// <summary>SplitMix64 of the day and the id: even, cheap and the same on every machine.</summary>
    public static ulong Draw(DateOnly asOf, TherapistId id)
    {
        var mixed = unchecked(((ulong)asOf.DayNumber << 40) ^ ((ulong)id.Value * 0x9E3779B97F4A7C15UL));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return mixed ^ (mixed >> 31);
    }
}
