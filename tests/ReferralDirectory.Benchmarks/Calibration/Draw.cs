namespace ReferralDirectory.Benchmarks.Calibration;

/// <summary>Seeded chance, in the words of the simulation.</summary>
/// <param name="seed">The same seed, the same chance.</param>
/// <param name="pace">How much faster than usual things change.</param>
internal sealed class Draw(int seed, double pace)
{
    private const double DaysPerYear = 365.25;
    private readonly Random random = new(seed);

    public bool Percent(double percent) => random.NextDouble() * 100 < percent;

    /// <summary>Both ends inclusive.</summary>
    public int Between(int least, int most) => random.Next(least, most + 1);

    /// <summary>Mostly short, sometimes long.</summary>
    public int DaysOfMean(double mean) => (int)Math.Min(100_000, -mean * Math.Log(1 - random.NextDouble()));

    /// <summary>Bunched around its mean: the sum of two.</summary>
    public int RegularDaysOfMean(double mean) => DaysOfMean(mean / 2) + DaysOfMean(mean / 2);

    /// <summary>Days of change, so many a year on average, without memory.</summary>
    public IEnumerable<DateOnly> Changes(DateOnly from, DateOnly to, double perYear)
    {
        for (var day = Next(from); day <= to; day = Next(day))
            yield return day;

        DateOnly Next(DateOnly day) => day.AddDays(1 + DaysOfMean(DaysPerYear / perYear / pace));
    }

    /// <summary>Days of change between two states, each of which lasts about its own time.</summary>
    public IEnumerable<DateOnly> Turns(DateOnly from, DateOnly to, double daysAsAtFirst, double daysElse)
    {
        var asAtFirst = true;
        for (var day = Next(from); day <= to; day = Next(day))
        {
            yield return day;
            asAtFirst = !asAtFirst;
        }

        DateOnly Next(DateOnly day) => day.AddDays(1 + RegularDaysOfMean((asAtFirst ? daysAsAtFirst : daysElse) / pace));
    }
}
