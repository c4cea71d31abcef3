using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>The store as of one revision through one connection for each core: ranges of therapists are read side by side, and told in order.</summary>
internal sealed class SideBySideReading : IDisposable
{
    /// <summary>Few enough that people are packed and dead before the collector comes by.</summary>
    private const int RangeLength = 512;

    private readonly List<StoreReading> readings;
    private Task<TherapistProfile[][]> ahead = Task.FromResult<TherapistProfile[][]>([]);

    private SideBySideReading(List<StoreReading> readings, StoreStateRow state) => (this.readings, State) = (readings, state);

    public StoreStateRow State { get; }

    /// <summary>For what is small enough to be read once.</summary>
    public StoreReading First => readings[0];

    public static SideBySideReading Begin(StoreConnections connections)
    {
        while (true)
        {
            var begun = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => connections.BeginRead()).ToList();
            var states = begun.ConvertAll(reading => StoreStateRow.Read(reading.Connection));
            if (states.TrueForAll(state => state.Revision == states[0].Revision))
                return new SideBySideReading(begun, states[0]);

            // Somebody wrote just now.
            begun.ForEach(reading => reading.Dispose());
        }
    }

    /// <summary>By id, ascending. The next ranges are read while the caller is busy with the last ones.</summary>
    public IEnumerable<TherapistProfile> People(CancellationToken cancellationToken)
    {
        foreach (var ranges in IdRange.UpTo(TherapistRowReader.LastId(First.Connection), RangeLength).Chunk(readings.Count))
        {
            var read = ahead.GetAwaiter().GetResult();
            ahead = Task.WhenAll(ranges.Zip(readings, (ids, reading) => Task.Run(() => Read(reading, ids, cancellationToken), cancellationToken)));
            foreach (var person in read.SelectMany(people => people))
                yield return person;
        }

        foreach (var person in ahead.GetAwaiter().GetResult().SelectMany(people => people))
            yield return person;
    }

    /// <summary>Nothing reads the store any more when this is over.</summary>
    public void Dispose()
    {
        Task.WaitAny([ahead], CancellationToken.None);
        readings.ForEach(reading => reading.Dispose());
    }

    private static TherapistProfile[] Read(StoreReading reading, IdRange ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [.. TherapistRowReader.Read(reading.Connection, ids).Select(RowsToProfile.Map)];
    }
}
