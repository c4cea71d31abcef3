using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>Looks at every office in the insurer's network: no index, no bound. The judge of everybody.</summary>
internal sealed class BruteForce(FlatWorld world) : Peer
{
    private readonly Dictionary<int, NetworkRow[]> byQuestion = world.Networks.GroupBy(row => row.Question).ToDictionary(group => group.Key, group => group.ToArray());

    public override string Name => "brute force over the flat rows";

    public override long Bytes => 0;

    protected override Hit[] Within(Miles radius, PeerQuestion question)
    {
        var best = new BestTherapists(question.Limit, world.Day);
        var scoring = new Scoring(question, radius);
        foreach (var (office, _, evidence) in byQuestion.GetValueOrDefault(question.Network, []))
        {
            if (scoring.Of(office, evidence) is { } score)
                best.Offer(office.Therapist, score);
        }

        return best.InOrder;
    }
}
