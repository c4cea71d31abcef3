using System.Threading.Channels;

namespace ReferralDirectory.Store;

/// <summary>Says within the process that the store may have a new revision. Raised often, heard once: signals do not pile up.</summary>
internal sealed class RevisionSignal
{
    private readonly Channel<bool> signals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Raise() => signals.Writer.TryWrite(true);

    /// <summary>One element for each time the listener should look; for a single listener.</summary>
    public IAsyncEnumerable<bool> ListenAsync(CancellationToken cancellationToken) => signals.Reader.ReadAllAsync(cancellationToken);
}
