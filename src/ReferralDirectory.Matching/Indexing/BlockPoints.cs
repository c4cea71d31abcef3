using System.Numerics;
using System.Runtime.Intrinsics;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Where the listings of a block are, tile by tile, and how far their therapists travel. Tells 64 listings at a time who is within reach,
/// exactly as a gate would that measures each in miles.
/// </summary>
internal sealed class BlockPoints
{
    /// <summary>Of the square of how far somebody travels, taken a little longer: so much less is surely within.</summary>
    private const double ShareSurely = 1 - (4 * Reach.Hair);
    private const double MarginSurely = 2 * Reach.SmallestHair;

    private readonly int count;
    private readonly Func<int, Miles?> travelOf;
    private readonly double[] x, y, z;
    private readonly double[] travelSquared;
    private readonly double[] farthestTravel;
    private readonly double[] leastTravel;

    private BlockPoints(Builder from, Func<int, Miles?> travelOf)
    {
        (count, this.travelOf, x, y, z, travelSquared) = (from.Count, travelOf, from.X, from.Y, from.Z, from.TravelSquared);
        (farthestTravel, leastTravel) = (Balls.Padded(from.Farthest), Balls.Padded(from.Least));
        FarthestTravelChord = from.Farthest.Where(chord => !double.IsNaN(chord)).DefaultIfEmpty(double.NaN).Max();
        Whole = BallOf(0, count);
        Tiles = new Balls([.. Enumerable.Range(0, from.Farthest.Length).Select(tile => BallOf(tile * Bits.PerWord, Bits.PerWord))]);
    }

    public BlockPoints(ImageReader from, Func<int, Miles?> travelOf)
    {
        (count, this.travelOf) = (from.Value<int>(), travelOf);
        (x, y, z, travelSquared) = (from.Column<double>(), from.Column<double>(), from.Column<double>(), from.Column<double>());
        (farthestTravel, leastTravel, FarthestTravelChord) = (from.Column<double>(), from.Column<double>(), from.Value<double>());
        (Whole, Tiles) = (from.Value<Ball>(), new Balls(from));
    }

    /// <summary>Around all listings.</summary>
    public Ball Whole { get; }

    public Balls Tiles { get; }

    /// <summary>No therapist here travels farther than this chord; not a number where nobody travels.</summary>
    public double FarthestTravelChord { get; }

    public void Write(ImageWriter to)
    {
        to.Value(count);
        foreach (var column in (double[][])[x, y, z, travelSquared, farthestTravel, leastTravel])
            to.Column<double>(column);
        to.Value(FarthestTravelChord);
        to.Value(Whole);
        Tiles.Write(to);
    }

    public UnitVector this[int place] => new(x[place], y[place], z[place]);

    public double SquaredChordFrom(UnitVector point, int place) => point.SquaredChordTo(this[place]);

    /// <summary>Does a therapist who travels from a listing come so far?</summary>
    public bool IsTravelling(int place, double squaredChord) =>
        squaredChord <= (travelSquared[place] * ShareSurely) - MarginSurely || (squaredChord <= travelSquared[place] && IsTravellingInMiles(place, squaredChord));

    /// <summary>Around some of the listings.</summary>
    public Ball BallOf(int[] places) =>
        Ball.Around(Array.ConvertAll(places, place => x[place]), Array.ConvertAll(places, place => y[place]), Array.ConvertAll(places, place => z[place]));

    /// <summary>Clears the bits of the listings that are out of reach.</summary>
    /// <param name="point">Where from.</param>
    /// <param name="reach">How far.</param>
    /// <param name="chords"><see cref="Balls.Measure"/> of the tiles.</param>
    /// <param name="kept">Some of the listings.</param>
    public void KeepWithin(UnitVector point, in Reach reach, ReadOnlySpan<double> chords, Span<ulong> kept)
    {
        var (touched, held) = (Tiles.Touched(chords, reach.NeverChord), Tiles.Held(chords, reach.SurelyChord));
        for (var tile = 0; tile < Tiles.Count; tile++)
        {
            if (kept[tile] == 0 || (held >> tile & 1) != 0)
                continue;
            kept[tile] = (touched >> tile & 1) == 0 ? 0 : kept[tile] & WithinTile(point, reach, tile);
        }
    }

    /// <summary>Clears the bits of the listings whose therapist does not travel to the point; all of them must be of therapists who travel.</summary>
    /// <inheritdoc cref="KeepWithin"/>
    public void KeepTravellingTo(UnitVector point, ReadOnlySpan<double> chords, Span<ulong> kept)
    {
        var (touched, held) = (Tiles.Touched(chords, farthestTravel), Tiles.Held(chords, leastTravel));
        for (var tile = 0; tile < Tiles.Count; tile++)
        {
            if (kept[tile] == 0 || (held >> tile & 1) != 0)
                continue;
            kept[tile] = (touched >> tile & 1) == 0 ? 0 : kept[tile] & TravellingFrom(tile, point);
        }
    }

    /// <summary>The places of the listings within reach.</summary>
    public IEnumerable<int> PlacesWithin(UnitVector point, Reach reach)
    {
        var chords = new double[Tiles.Room];
        Tiles.Measure(point, chords);
        var found = new ulong[Bits.Words];
        Bits.SetFirst(found, count);
        KeepWithin(point, reach, chords, found);
        return Bits.Places(found);
    }

    /// <summary>Four points at a time, each with its own limit; within a hair of it the miles decide.</summary>
    private ulong TravellingFrom(int tile, UnitVector point)
    {
        var (pointX, pointY, pointZ) = (Vector256.Create(point.X), Vector256.Create(point.Y), Vector256.Create(point.Z));
        var (share, margin) = (Vector256.Create(ShareSurely), Vector256.Create(MarginSurely));
        ulong found = 0, close = 0;
        for (var i = 0; i < Bits.PerWord; i += Vector256<double>.Count)
        {
            var first = (tile * Bits.PerWord) + i;
            var squared = SquaredChords(pointX, pointY, pointZ, first);
            var most = Vector256.Create(travelSquared, first);
            close |= (ulong)Vector256.LessThanOrEqual(squared, most).ExtractMostSignificantBits() << i;
            found |= (ulong)Vector256.LessThanOrEqual(squared, (most * share) - margin).ExtractMostSignificantBits() << i;
        }

        for (var rest = close & ~found; rest != 0; rest &= rest - 1)
        {
            var place = (tile * Bits.PerWord) + BitOperations.TrailingZeroCount(rest);
            if (IsTravellingInMiles(place, SquaredChordFrom(point, place)))
                found |= rest & (~rest + 1);
        }

        return found;
    }

    private bool IsTravellingInMiles(int place, double squaredChord) =>
        travelOf(place) is { } own && new Reach(WithinRadiusGate.HomeVisitLimit(own)).Contains(squaredChord);

    /// <summary>Four points at a time; the few within a hair of the limit are measured in miles.</summary>
    private ulong WithinTile(UnitVector point, in Reach reach, int tile)
    {
        var (pointX, pointY, pointZ) = (Vector256.Create(point.X), Vector256.Create(point.Y), Vector256.Create(point.Z));
        var (surely, never) = (Vector256.Create(reach.SurelySquared), Vector256.Create(reach.NeverSquared));
        ulong found = 0, close = 0;
        for (var i = 0; i < Bits.PerWord; i += Vector256<double>.Count)
        {
            var squared = SquaredChords(pointX, pointY, pointZ, (tile * Bits.PerWord) + i);
            close |= (ulong)Vector256.LessThanOrEqual(squared, never).ExtractMostSignificantBits() << i;
            found |= (ulong)Vector256.LessThanOrEqual(squared, surely).ExtractMostSignificantBits() << i;
        }

        for (var rest = close & ~found; rest != 0; rest &= rest - 1)
        {
            if (reach.Contains(SquaredChordFrom(point, (tile * Bits.PerWord) + BitOperations.TrailingZeroCount(rest))))
                found |= rest & (~rest + 1);
        }

        return found;
    }

    private Vector256<double> SquaredChords(Vector256<double> pointX, Vector256<double> pointY, Vector256<double> pointZ, int first)
    {
        var acrossX = pointX - Vector256.Create(x, first);
        var acrossY = pointY - Vector256.Create(y, first);
        var acrossZ = pointZ - Vector256.Create(z, first);
        return (acrossX * acrossX) + (acrossY * acrossY) + (acrossZ * acrossZ);
    }

    private Ball BallOf(int start, int most)
    {
        var listings = Math.Min(most, count - start);
        return Ball.Around(x.AsSpan(start, listings), y.AsSpan(start, listings), z.AsSpan(start, listings));
    }

    /// <summary>Full to the last tile with what no comparison holds for.</summary>
    private static double[] NoNumbers(int tileCount)
    {
        var column = new double[tileCount * Bits.PerWord];
        Array.Fill(column, double.NaN);
        return column;
    }

    /// <summary>Takes every listing.</summary>
    /// <param name="count">How many will come.</param>
    public sealed class Builder(int count)
    {
        public int Count => count;

        public double[] X { get; } = NoNumbers(TilesOf(count));

        public double[] Y { get; } = NoNumbers(TilesOf(count));

        public double[] Z { get; } = NoNumbers(TilesOf(count));

        public double[] TravelSquared { get; } = NoNumbers(TilesOf(count));

        /// <summary>Of each tile, as a chord; not a number where nobody travels.</summary>
        public double[] Farthest { get; } = [.. Enumerable.Repeat(double.NaN, TilesOf(count))];

        public double[] Least { get; } = [.. Enumerable.Repeat(double.PositiveInfinity, TilesOf(count))];

        public void Add(int i, PracticePlace place)
        {
            (X[i], Y[i], Z[i]) = UnitVector.Of(place.Point);
            if (place.HomeVisitRadius is not { } own)
                return;
            var (reach, tile) = (new Reach(WithinRadiusGate.HomeVisitLimit(own)), i / Bits.PerWord);
            TravelSquared[i] = reach.NeverSquared;
            Farthest[tile] = double.IsNaN(Farthest[tile]) ? reach.NeverChord : Math.Max(Farthest[tile], reach.NeverChord);
            Least[tile] = Math.Min(Least[tile], reach.SurelyChord);
        }

        /// <param name="travelOf">How far the therapist of a listing travels: asked only of somebody within a hair of that.</param>
        public BlockPoints Build(Func<int, Miles?> travelOf) => new(this, travelOf);

        private static int TilesOf(int count) => (count + Bits.PerWord - 1) / Bits.PerWord;
    }
}
