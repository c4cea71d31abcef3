using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>Keeps the best so many therapists, each once, in the order of results.</summary>
internal sealed class BestTherapists(int limit, DateOnly day)
{
    private readonly List<Hit> best = new(limit + 1);

    public Hit[] InOrder => [.. best];

    /// <summary>A lower score is of no interest; no score is below 0.</summary>
    public long LeastScore => best.Count < limit ? 0 : best[^1].Score;

    public void Offer(long therapist, long score)
    {
        var hit = new Hit(therapist, score);
        if (score < LeastScore || (best.Count == limit && !IsBefore(hit, best[^1])))
            return;
        var other = best.FindIndex(held => held.Therapist == therapist);
        if (other >= 0 && best[other].Score >= score)
            return;
        if (other >= 0)
            best.RemoveAt(other);
        var place = best.Count;
        while (place > 0 && IsBefore(hit, best[place - 1]))
            place--;
        best.Insert(place, hit);
        if (best.Count > limit)
            best.RemoveAt(limit);
    }

    private bool IsBefore(Hit left, Hit right) =>
        left.Score != right.Score ? left.Score > right.Score
        : Draw(left) != Draw(right) ? Draw(left) < Draw(right) : left.Therapist < right.Therapist;

    private ulong Draw(Hit hit) => ResultOrder.Draw(day, new TherapistId(hit.Therapist));
}
