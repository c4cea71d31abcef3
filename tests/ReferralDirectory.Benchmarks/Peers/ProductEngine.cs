using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>Ours, in process.</summary>
internal sealed class ProductEngine(string name, long bytes, Func<PeerQuestion, Hit[]> answer) : IEngine
{
    private static readonly RankingOptions Options = new();

    public string Name => name;

    public long Bytes => bytes;

    /// <summary>The best therapists and their scores: what peers say, too. Like them it does not count who else is eligible.</summary>
    public static ProductEngine WithoutFunnel(MatchIndex index, long bytes) => new("ours, without funnel", bytes, question =>
        [.. CandidateSearch.Run(index, question.Query, question.Limit, CancellationToken.None).Best.Select(best => new Hit(best.Therapist.Value, best.Score))]);

    /// <summary>The whole answer, from the order as it comes: screened, with the exact funnel, and every gate and component of every result explained.</summary>
    public static ProductEngine WithFunnel(MatchIndex index, long bytes) => new("ours, with funnel and explanation", bytes, question =>
        [.. Ranker.Match(index, question.Criteria, Options).Results.Select(hit => new Hit(hit.Therapist.Id.Value, hit.Score))]);

    public Hit[] Answer(PeerQuestion question) => answer(question);
}
