using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// A greatest distance, inclusive, compared by squared chords: only within a hair of the limit (a billionth) the distance itself is
/// computed, and it decides. So the index and a gate that compares miles never disagree.
/// </summary>
internal readonly struct Reach
{
    /// <summary>The share of a squared chord within which the miles decide.</summary>
    private const double Hair = 1e-9;

    /// <summary>As a squared chord; less than a millimetre.</summary>
    private const double SmallestHair = 1e-20;

    private readonly Miles limit;

    /// <summary>Squared chords up to this one are within reach; beyond <see cref="neverSquared"/> none is; between them the distance decides.</summary>
    private readonly double surelySquared;
    private readonly double neverSquared;

    public Reach(Miles limit)
    {
        this.limit = limit;
        var squaredChord = UnitVector.SquaredChordOf(limit);
        surelySquared = (squaredChord * (1 - Hair)) - SmallestHair;
        neverSquared = limit.Value < 0 ? -1 : (squaredChord * (1 + Hair)) + SmallestHair;
    }

    /// <summary>No point beyond this chord is within reach.</summary>
    public double NeverChord => Math.Sqrt(Math.Max(0, neverSquared));

    /// <summary>Every point at this chord or nearer is within reach; negative when that cannot be said of any.</summary>
    public double SurelyChord => surelySquared <= 0 ? -1 : Math.Sqrt(surelySquared);

    public bool Contains(double squaredChord) =>
        squaredChord <= surelySquared || (squaredChord <= neverSquared && UnitVector.MilesOfSquaredChord(squaredChord).Value <= limit.Value);
}
