using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>The store as of one revision, with a connection more for each core, so that therapists are read side by side.</summary>
internal sealed class SideBySideReading : IDisposable
{
    /// <summary>Few enough that people are used and dead before the collector comes by.</summary>
    private const int RangeLength = 512;

    private readonly List<OneThreadReading> readings = [];

    private SideBySideReading(StoreReading rest, StoreStateRow state) => (Rest, State) = (rest, state);

    public StoreStateRow State { get; }

    /// <summary>For all but the therapists.</summary>
    public StoreReading Rest { get; }

    public static SideBySideReading Begin(StoreConnections connections)
    {
        while (true)
        {
            var rest = connections.BeginRead();
            var reading = new SideBySideReading(rest, StoreStateRow.Read(rest.Connection));
            if (reading.Join(connections))
                return reading;

            // Somebody wrote just now.
            reading.Dispose();
        }
    }

    /// <summary>All therapists, some hundreds of neighbouring ids at a time. When it is over, or has failed, nothing reads the store any more.</summary>
    /// <param name="use">Is called side by side, and with the ranges in no order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public void ForEachRange(Action<TherapistProfile[]> use, CancellationToken cancellationToken)
    {
        var ranges = IdRange.UpTo(TherapistRowReader.LastId(Rest.Connection), RangeLength).ToArray();
        var taken = -1;
        Task.WhenAll(readings.Select(reading => Task.Run(() => ReadOn(reading), CancellationToken.None))).GetAwaiter().GetResult();

        void ReadOn(OneThreadReading reading)
        {
            try
            {
                for (int next; (next = Interlocked.Increment(ref taken)) < ranges.Length;)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    use([.. TherapistRowReader.Read(reading.Handle, ranges[next]).Select(RowsToProfile.Map)]);
                }
            }
            catch
            {
                // The others stop, too.
                Interlocked.Exchange(ref taken, ranges.Length);
                throw;
            }
        }
    }

    public void Dispose()
    {
        readings.ForEach(reading => reading.Dispose());
        Rest.Dispose();
    }

    /// <summary>Opens a connection for each core. False: one is of another revision.</summary>
    private bool Join(StoreConnections connections)
    {
        try
        {
            while (readings.Count < Environment.ProcessorCount)
                readings.Add(connections.BeginOneThreadRead());
            return readings.TrueForAll(reading => StoreStateRow.Read(reading.Handle).Revision == State.Revision);
        }
        catch
        {
            Dispose();
            throw;
        }
    }
}
