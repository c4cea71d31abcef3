namespace ReferralDirectory.Tests.Matches;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Noon of 21 November 2026 in New York.</summary>
    public static FixedClock Noon { get; } = new(new DateTimeOffset(2026, 11, 21, 17, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}
