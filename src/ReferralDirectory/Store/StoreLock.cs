namespace ReferralDirectory.Store;

/// <summary>
/// One writer at a time: a semaphore within this process and, because <c>import</c> may run beside <c>serve</c>, a file that the
/// operating system locks. The system frees it when its process dies, so it is never stale.
/// </summary>
internal sealed class StoreLock(StoreOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim withinProcess = new(1, 1);

    /// <summary>Waits at most <see cref="StoreOptions.WriteWait"/>; the lock is held until the answer is disposed.</summary>
    /// <exception cref="StoreException">Others wrote for longer than that.</exception>
    public async Task<IDisposable> HoldAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        if (!await withinProcess.WaitAsync(options.WriteWait, cancellationToken))
            throw Busy("Another write of this process");
        try
        {
            while (true)
            {
                if (TryOpen() is { } file)
                    return new Held(file, withinProcess);
                if (time.GetElapsedTime(started) >= options.WriteWait)
                    throw Busy("Another process");
                await Task.Delay(RetryAfter, time, cancellationToken);
            }
        }
        catch
        {
            withinProcess.Release();
            throw;
        }
    }

    public void Dispose() => withinProcess.Dispose();

    private FileStream? TryOpen()
    {
        try
        {
            return new FileStream(options.LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The lock file {options.LockPath} cannot be opened: {failure.Message}", failure);
        }
    }

    private StoreException Busy(string who) =>
        new($"{who} has been writing to {options.DatabasePath} for more than {options.WriteWait.TotalSeconds:0.#} seconds: try again when it is done.");

    private sealed class Held(FileStream file, SemaphoreSlim withinProcess) : IDisposable
    {
        private bool released;

        public void Dispose()
        {
            if (released)
                return;
            released = true;
            file.Dispose();
            withinProcess.Release();
        }
    }
}
