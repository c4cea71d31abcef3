using System.Numerics;
using System.Runtime.Intrinsics;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Where the listings of a block are, tile by tile, and how far their therapists travel: roughly, in numbers of half the length. Tells 64
/// listings at a time who is within reach, exactly as a gate would that measures each in miles: whoever is too close to the limit for
/// rough numbers is measured so.
/// </summary>
internal sealed class BlockPoints
{
    /// <summary>
    /// A rough chord is not farther from the true one: half a last place of each coordinate at either end, and three roundings, of chords
    /// up to 2, make less than half of it. Six metres.
    /// </summary>
    private const float Blur = 1e-6f;

    private readonly ListingGlance[] listings;
    private readonly Func<int, Miles?> travelOf;
    private readonly float[] x, y, z;

    /// <summary>As a chord; not a number where the therapist does not travel.</summary>
    private readonly float[] travel;
    private readonly double[] farthestTravel;
    private readonly double[] leastTravel;

    private BlockPoints(
        ListingGlance[] listings, float[] travel, double[] farthestTravel, double[] leastTravel, Ball whole, Balls tiles, Func<int, Miles?> travelOf)
    {
        (this.listings, this.travel, this.farthestTravel, this.leastTravel) = (listings, travel, farthestTravel, leastTravel);
        (Whole, Tiles, this.travelOf) = (whole, tiles, travelOf);
        (x, y, z) = (NoNumbers(listings.Length), NoNumbers(listings.Length), NoNumbers(listings.Length));
        for (var i = 0; i < listings.Length; i++)
            (x[i], y[i], z[i]) = ((float)listings[i].Point.X, (float)listings[i].Point.Y, (float)listings[i].Point.Z);
        FarthestTravelChord = farthestTravel.Where(chord => !double.IsNaN(chord)).DefaultIfEmpty(double.NaN).Max();
    }

    /// <param name="from">What <see cref="Write"/> wrote.</param>
    /// <param name="listings">Of the block.</param>
    /// <param name="travelOf">As for <see cref="Builder.Build"/>.</param>
    public BlockPoints(ImageReader from, ListingGlance[] listings, Func<int, Miles?> travelOf)
        : this(listings, from.Column<float>(), from.Column<double>(), from.Column<double>(), from.Value<Ball>(), new Balls(from), travelOf)
    {
    }

    /// <summary>Around all listings.</summary>
    public Ball Whole { get; }

    public Balls Tiles { get; }

    /// <summary>No therapist here travels farther than this chord; not a number where nobody travels.</summary>
    public double FarthestTravelChord { get; }

    public void Write(ImageWriter to)
    {
        to.Column<float>(travel);
        to.Column<double>(farthestTravel);
        to.Column<double>(leastTravel);
        to.Value(Whole);
        Tiles.Write(to);
    }

    public double SquaredChordFrom(UnitVector point, int place) => point.SquaredChordTo(listings[place].Point);

    /// <summary>Does a therapist who travels from a listing come so far?</summary>
    public bool IsTravelling(int place, double squaredChord)
    {
        var beyond = Math.Sqrt(squaredChord) - travel[place];
        return beyond <= -Blur || (beyond <= Blur && IsTravellingInMiles(place, squaredChord));
    }

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
        Bits.SetFirst(found, listings.Length);
        KeepWithin(point, reach, chords, found);
        return Bits.Places(found);
    }

    /// <summary>Eight at a time; the few within a blur of the limit are measured in miles.</summary>
    private ulong WithinTile(UnitVector point, in Reach reach, int tile)
    {
        var (surely, never) = (Vector256.Create((float)reach.SurelyChord - Blur), Vector256.Create((float)reach.NeverChord + Blur));
        ulong found = 0, close = 0;
        for (var i = 0; i < Bits.PerWord; i += Vector256<float>.Count)
        {
            var chords = RoughChords(point, (tile * Bits.PerWord) + i);
            close |= (ulong)Vector256.LessThanOrEqual(chords, never).ExtractMostSignificantBits() << i;
            found |= (ulong)Vector256.LessThanOrEqual(chords, surely).ExtractMostSignificantBits() << i;
        }

        for (var rest = close & ~found; rest != 0; rest &= rest - 1)
        {
            if (reach.Contains(SquaredChordFrom(point, (tile * Bits.PerWord) + BitOperations.TrailingZeroCount(rest))))
                found |= rest & (~rest + 1);
        }

        return found;
    }

    /// <summary>As <see cref="WithinTile"/>, each with its own limit.</summary>
    private ulong TravellingFrom(int tile, UnitVector point)
    {
        var blur = Vector256.Create(Blur);
        ulong found = 0, close = 0;
        for (var i = 0; i < Bits.PerWord; i += Vector256<float>.Count)
        {
            var first = (tile * Bits.PerWord) + i;
            var beyond = RoughChords(point, first) - Vector256.Create(travel, first);
            close |= (ulong)Vector256.LessThanOrEqual(beyond, blur).ExtractMostSignificantBits() << i;
            found |= (ulong)Vector256.LessThanOrEqual(beyond, -blur).ExtractMostSignificantBits() << i;
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

    /// <summary>Of eight listings.</summary>
    private Vector256<float> RoughChords(UnitVector point, int first)
    {
        var acrossX = Vector256.Create((float)point.X) - Vector256.Create(x, first);
        var acrossY = Vector256.Create((float)point.Y) - Vector256.Create(y, first);
        var acrossZ = Vector256.Create((float)point.Z) - Vector256.Create(z, first);
        return Vector256.Sqrt((acrossX * acrossX) + (acrossY * acrossY) + (acrossZ * acrossZ));
    }

    /// <summary>Full to the last tile with what no comparison holds for.</summary>
    private static float[] NoNumbers(int count)
    {
        var column = new float[TilesOf(count) * Bits.PerWord];
        Array.Fill(column, float.NaN);
        return column;
    }

    private static int TilesOf(int count) => (count + Bits.PerWord - 1) / Bits.PerWord;

    /// <summary>Takes every listing.</summary>
    /// <param name="count">How many will come.</param>
    public sealed class Builder(int count)
    {
        private readonly float[] travel = NoNumbers(count);

        /// <summary>Of each tile, as a chord; not a number where nobody travels.</summary>
        private readonly double[] farthest = [.. Enumerable.Repeat(double.NaN, TilesOf(count))];
        private readonly double[] least = [.. Enumerable.Repeat(double.PositiveInfinity, TilesOf(count))];

        public UnitVector[] Points { get; } = new UnitVector[count];

        public void Add(int i, PracticePlace place)
        {
            Points[i] = UnitVector.Of(place.Point);
            if (place.HomeVisitRadius is not { } own)
                return;
            var (reach, tile) = (new Reach(WithinRadiusGate.HomeVisitLimit(own)), i / Bits.PerWord);
            travel[i] = (float)reach.NeverChord;
            farthest[tile] = double.IsNaN(farthest[tile]) ? reach.NeverChord : Math.Max(farthest[tile], reach.NeverChord);
            least[tile] = Math.Min(least[tile], reach.SurelyChord);
        }

        /// <param name="listings">Those that were added.</param>
        /// <param name="travelOf">How far the therapist of a listing travels: asked only of somebody close to that limit.</param>
        public BlockPoints Build(ListingGlance[] listings, Func<int, Miles?> travelOf) => new(
            listings, travel, Balls.Padded(farthest), Balls.Padded(least), Ball.Around(Points), new Balls([.. Points.Chunk(Bits.PerWord).Select(Ball.Around)]), travelOf);
    }
}
