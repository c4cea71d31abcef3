using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>Ours, in process, from the order as it comes: screening included.</summary>
internal sealed class ProductEngine(string name, MatchIndex index, long bytes) : IEngine
{
    private static readonly RankingOptions Options = new();

    public string Name => name;

    public long Bytes => bytes;

    /// <summary>The best therapists and no more: neither funnel nor components.</summary>
    public static ProductEngine WithoutFunnel(MatchIndex index, long bytes) => new("ours, without funnel", index, bytes);

    /// <summary>With the exact funnel, all components and all gates explained.</summary>
    public static ProductEngine WithFunnel(MatchIndex index, long bytes) => new("ours, with funnel and explanation", index, bytes);

    public Hit[] Answer(PeerQuestion question) =>
        Array.ConvertAll([.. Ranker.Match(index, question.Criteria, Options).Results], hit => new Hit(hit.Therapist.Id.Value, hit.Score));

    public void Dispose()
    {
    }
}
