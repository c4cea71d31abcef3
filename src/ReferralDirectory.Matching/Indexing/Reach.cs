using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// A greatest distance, inclusive, compared by squared chords: only within a hair of the limit (a billionth) the distance itself is
/// computed, and it decides. So the index and a gate that compares miles never disagree.
/// </summary>
internal readonly struct Reach
{
    private const double Hair = 1e-9;
    private const double SmallestHair = 1e-20;

    private readonly Miles limit;
    private readonly double surely;
    private readonly double never;

    public Reach(Miles limit)
    {
        this.limit = limit;
        var squaredChord = UnitVector.SquaredChordOf(limit);
        surely = (squaredChord * (1 - Hair)) - SmallestHair;
        never = limit.Value < 0 ? -1 : (squaredChord * (1 + Hair)) + SmallestHair;
    }

    /// <summary>No point at this chord or farther is within reach.</summary>
    public double NeverChord => Math.Sqrt(Math.Max(0, never));

    /// <summary>Every point at this chord or nearer is within reach; negative when that cannot be said of any.</summary>
    public double SurelyChord => surely <= 0 ? -1 : Math.Sqrt(surely);

    public bool Contains(double squaredChord) =>
        squaredChord <= surely || (squaredChord <= never && UnitVector.MilesOfSquaredChord(squaredChord).Value <= limit.Value);
}
