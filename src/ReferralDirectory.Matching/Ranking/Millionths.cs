namespace ReferralDirectory.Matching.Ranking;

/// <summary>Fixed-point numbers of the ranking: 1 is written 1,000,000. Sums of them are exact, so contributions add up to scores.</summary>
internal static class Millionths
{
    public const int One = 1_000_000;

    /// <summary>Rounds half away from zero and keeps the result in [0, 1].</summary>
    public static int Of(double value) => (int)Math.Round(Math.Clamp(value, 0, 1) * One, MidpointRounding.AwayFromZero);
}
