namespace ReferralDirectory.Benchmarks.Calibration;

/// <summary>How often something had changed by each day: the number of the value that is true on it. Of what is yes or no, even is how it began.</summary>
internal sealed class History(IEnumerable<DateOnly> changes)
{
    private readonly DateOnly[] changes = [.. changes.Order()];

    public int At(DateOnly day) => changes.Count(change => change <= day);

    public bool IsAsAtFirst(DateOnly day) => At(day) % 2 == 0;
}
