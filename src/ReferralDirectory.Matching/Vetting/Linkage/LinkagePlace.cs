using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>A place of practice made ready for many comparisons.</summary>
internal sealed class LinkagePlace
{
    private const double CloseLine = .93;
    private static readonly double Near = UnitVector.SquaredChordOf(new Miles(10));
    private static readonly double Region = UnitVector.SquaredChordOf(new Miles(60));

    public LinkagePlace(PracticePlace place)
    {
        Door = PlaceKeys.Of(place.Address);
        Zip = place.Address.Zip.Value;
        Line = Door[(Zip.Length + 1)..];
        State = place.Address.State.Ordinal;
        point = UnitVector.Of(place.Point);
    }

    private readonly UnitVector point;

    /// <summary>ZIP and line, see <see cref="PlaceKeys"/>.</summary>
    public string Door { get; }

    public string Zip { get; }

    public string Line { get; }

    public byte State { get; }

    public Agreement With(LinkagePlace other)
    {
        if (Door == other.Door)
            return Agreement.Exact;
        var chord = point.SquaredChordTo(other.point);
        if (Zip == other.Zip)
            return Line.Length > 0 && other.Line.Length > 0 && IsCloseLine(other) ? Agreement.Close : Agreement.SameZip;
        if (chord <= Region && Line.Length > 0 && Line == other.Line)
            return Agreement.Close;
        return chord <= Near ? Agreement.Near : chord <= Region ? Agreement.Region : Agreement.Different;
    }

    /// <summary>The same number in nearly the same street, or a slip in the number.</summary>
    private bool IsCloseLine(LinkagePlace other) => TypingError.IsOneApart(Line, other.Line)
        || (Line[0] == other.Line[0] && JaroWinkler.Similarity(Line, other.Line) >= CloseLine && NumberOf(Line).SequenceEqual(NumberOf(other.Line)));

    private static ReadOnlySpan<char> NumberOf(string line) => line.AsSpan(0, Math.Max(0, line.IndexOf(' ', StringComparison.Ordinal)));
}
