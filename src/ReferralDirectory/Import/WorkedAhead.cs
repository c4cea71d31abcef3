using System.Runtime.ExceptionServices;

namespace ReferralDirectory.Import;

internal static class WorkedAhead
{
    /// <summary>Few enough that what is made of them is dead before the collector comes by.</summary>
    private const int BatchSize = 256;

    /// <summary>
    /// Does the work of one batch on all cores while the caller uses the results of the batch before. Items are taken and results handed
    /// over on the caller's own thread, in order; so both may use one connection.
    /// </summary>
    public static IEnumerable<TResult> WorkAhead<T, TResult>(this IEnumerable<T> items, Func<T, TResult> work)
    {
        var ahead = Task.FromResult<TResult[]>([]);
        foreach (var batch in items.Chunk(BatchSize))
        {
            var next = Task.Run(() => OnAllCores(batch, work));
            foreach (var result in ahead.GetAwaiter().GetResult())
                yield return result;
            ahead = next;
        }

        foreach (var result in ahead.GetAwaiter().GetResult())
            yield return result;
    }

    private static TResult[] OnAllCores<T, TResult>(T[] batch, Func<T, TResult> work)
    {
        try
        {
            return [.. batch.AsParallel().AsOrdered().Select(work)];
        }
        catch (AggregateException failures)
        {
            // What went wrong with one item is what went wrong.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
            throw;
        }
    }
}
