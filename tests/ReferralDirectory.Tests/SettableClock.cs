namespace ReferralDirectory.Tests;

/// <summary>A clock that stands still until a test sets it.</summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>At noon of 21 November 2026 in New York.</summary>
    public static SettableClock AtNoon => new(new DateTimeOffset(2026, 11, 21, 17, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now { get; set; } = now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}
