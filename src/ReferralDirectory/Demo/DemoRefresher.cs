namespace ReferralDirectory.Demo;

/// <summary>Renews the demonstration of a server that runs for weeks; every start does so, too.</summary>
internal sealed partial class DemoRefresher(DemoSeed seed, string seedData, TimeProvider time, ILogger<DemoRefresher> logger) : BackgroundService
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await RefreshAsync(stoppingToken);
    }

    /// <summary>A failure is logged, and the demonstration stays as it is for another day.</summary>
    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await seed.RefreshAsync(seedData, cancellationToken) == SeedOutcome.Refreshed)
                Log.Refreshed(logger);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RefreshFailed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6001, Level = LogLevel.Information, Message = "The demonstration was renewed: its days count from today")]
        public static partial void Refreshed(ILogger logger);

        [LoggerMessage(EventId = 6002, Level = LogLevel.Error, Message = "The demonstration could not be renewed; the next attempt is in a day")]
        public static partial void RefreshFailed(ILogger logger, Exception failure);
    }
}
