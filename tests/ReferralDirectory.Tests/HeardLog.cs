using Microsoft.Extensions.Logging;

namespace ReferralDirectory.Tests;

/// <summary>Hears of each thing done through the log, so that a test can wait for one.</summary>
internal sealed class HeardLog<T> : ILogger<T>, IDisposable
{
    private readonly SemaphoreSlim heard = new(0);

    public Task NextAsync(CancellationToken cancellationToken) => heard.WaitAsync(cancellationToken);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel == LogLevel.Information)
            heard.Release();
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() => heard.Dispose();
}
