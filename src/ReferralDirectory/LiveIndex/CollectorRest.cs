namespace ReferralDirectory.LiveIndex;

/// <summary>
/// Keeps the collector away while much is taken into memory that all stays: it would go through it ten times and find nothing to free.
/// </summary>
internal sealed class CollectorRest : IDisposable
{
    /// <summary>So much is there before the collector has come by twice.</summary>
    private const long Least = 32 * 1024 * 1024;

    private CollectorRest()
    {
    }

    /// <summary>Null: there is no need, the system has not so much memory left, or the collector is kept away already.</summary>
    /// <param name="bytes">How much will be allocated. When it becomes more, the collector comes by.</param>
    public static CollectorRest? TryBegin(long bytes)
    {
        try
        {
            return bytes >= Least && GC.TryStartNoGCRegion(bytes) ? new CollectorRest() : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // More than the collector may have at all.
            return null;
        }
        catch (InvalidOperationException)
        {
            // Somebody else keeps it away.
            return null;
        }
    }

    public void Dispose()
    {
        try
        {
            GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // More was allocated: the collector is back already.
        }
    }
}
