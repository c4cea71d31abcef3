using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Quality;

/// <summary>How far the store follows each register: a few rows, read when they are asked for.</summary>
internal sealed class RegisterFeeds(StoreConnections connections)
{
    public IReadOnlyList<RegisterResponse> Read()
    {
        using var reading = connections.BeginRead();
        return [.. RowReader<FeedRow>.List(reading.Connection, nameof(FeedRow.Name)).Select(feed => new RegisterResponse(feed.Name, feed.AsOf, feed.Rows))];
    }
}
