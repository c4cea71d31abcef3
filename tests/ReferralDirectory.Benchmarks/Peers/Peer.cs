using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>An engine that searches within a radius; where none is asked for, it climbs the ladder until enough therapists are found.</summary>
internal abstract class Peer : IEngine
{
    public abstract string Name { get; }

    public abstract long Bytes { get; }

    public Hit[] Answer(PeerQuestion question)
    {
        if (question.Radius is { } asked)
            return Within(asked, question);
        foreach (var step in RadiusLadder.Steps)
        {
            var hits = Within(step, question);
            if (hits.Length >= question.Limit || step == RadiusLadder.Widest)
                return hits;
        }

        throw new InvalidOperationException("The ladder has no widest step.");
    }

    protected abstract Hit[] Within(Miles radius, PeerQuestion question);
}
