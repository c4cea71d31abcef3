using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// A greatest distance, inclusive, compared by squared chords: only within a hair of the limit (a billionth) the distance itself is
/// computed, and it decides. So the index and a gate that compares miles never disagree.
/// </summary>
internal readonly struct Reach
{
    /// <summary>The share of a squared chord within which the miles decide.</summary>
    public const double Hair = 1e-9;

    /// <summary>As a squared chord; less than a millimetre.</summary>
    public const double SmallestHair = 1e-20;

    private readonly Miles limit;

    public Reach(Miles limit)
    {
        this.limit = limit;
        var squaredChord = UnitVector.SquaredChordOf(limit);
        SurelySquared = (squaredChord * (1 - Hair)) - SmallestHair;
        NeverSquared = limit.Value < 0 ? -1 : (squaredChord * (1 + Hair)) + SmallestHair;
    }

    /// <summary>Squared chords up to this one are within reach; beyond <see cref="NeverSquared"/> none is; between them the distance decides.</summary>
    public double SurelySquared { get; }

    public double NeverSquared { get; }

    /// <summary>No point beyond this chord is within reach.</summary>
    public double NeverChord => Math.Sqrt(Math.Max(0, NeverSquared));

    /// <summary>Every point at this chord or nearer is within reach; negative when that cannot be said of any.</summary>
    public double SurelyChord => SurelySquared <= 0 ? -1 : Math.Sqrt(SurelySquared);

    public bool Contains(double squaredChord) =>
        squaredChord <= SurelySquared || (squaredChord <= NeverSquared && UnitVector.MilesOfSquaredChord(squaredChord).Value <= limit.Value);
}
