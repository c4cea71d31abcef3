using ReferralDirectory.Matching.Browsing;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Quality;

/// <summary>
/// Counts the index, every profile of it that may be shown, once for a revision and a day. Where revisions follow each other faster, the last
/// count goes on being told until it is ten times as old as it took: counting never takes more than a tenth of one core.
/// </summary>
internal sealed class QualityReports(WaitingReviews reviews, RegisterFeeds feeds, TimeProvider time) : IDisposable
{
    private const int RestsTimesItsWork = 10;

    private readonly SemaphoreSlim counting = new(1, 1);
    private Counted? last;

    public async Task<QualityResponse> ReadAsync(MatchIndex index, CancellationToken cancellationToken)
    {
        await counting.WaitAsync(cancellationToken);
        try
        {
            var today = index.Knowledge.DayIn(state: null, time.GetUtcNow());
            if (last is not { } known || !known.Serves(index, today, time))
                last = known = Count(index, today);
            return known.Quality.ToResponse(await reviews.CountAsync(cancellationToken), feeds.Read(), known.Revision, known.KnowledgeVersion, known.Today);
        }
        finally
        {
            counting.Release();
        }
    }

    public void Dispose() => counting.Dispose();

    private Counted Count(MatchIndex index, DateOnly today)
    {
        var started = time.GetTimestamp();
        var quality = DirectoryQuality.Of(index.Therapists.Where(Browser.IsListed), index.Knowledge, today);
        return new Counted(quality, index.Revision, index.Knowledge.Version, today, time.GetTimestamp(), time.GetElapsedTime(started));
    }

    private sealed record Counted(DirectoryQuality Quality, long Revision, string KnowledgeVersion, DateOnly Today, long At, TimeSpan Took)
    {
        public bool Serves(MatchIndex index, DateOnly today, TimeProvider time) =>
            Today == today && (Revision == index.Revision || time.GetElapsedTime(At) < Took * RestsTimesItsWork);
    }
}
