using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Where the listings of a block are, tile by tile, and how far their therapists travel. Tells 64 listings at a time who is within reach,
/// exactly as a gate would that measures each in miles.
/// </summary>
internal sealed class BlockPoints
{
    private readonly ImmutableArray<IndexedListing> entries;
    private readonly double[] x, y, z;
    private readonly double[] travelSquared;
    private readonly double[] travelChords;
    private readonly Ball whole;
    private readonly Ball[] tiles;

    public BlockPoints(ImmutableArray<IndexedListing> entries)
    {
        this.entries = entries;
        var tileCount = (entries.Length + Bits.PerWord - 1) / Bits.PerWord;
        (x, y, z, travelSquared) = (NoNumbers(tileCount), NoNumbers(tileCount), NoNumbers(tileCount), NoNumbers(tileCount));
        travelChords = new double[tileCount];
        for (var i = 0; i < entries.Length; i++)
        {
            var place = entries[i].Listing.Place;
            (x[i], y[i], z[i]) = UnitVector.Of(place.Point);
            if (place.HomeVisitRadius is not { } own)
                continue;
            var reach = new Reach(WithinRadiusGate.HomeVisitLimit(own));
            travelSquared[i] = reach.NeverSquared;
            travelChords[i / Bits.PerWord] = Math.Max(travelChords[i / Bits.PerWord], reach.NeverChord);
        }

        FarthestTravelChord = travelChords.Max();
        whole = BallOf(0, entries.Length);
        tiles = [.. Enumerable.Range(0, tileCount).Select(tile => BallOf(tile * Bits.PerWord, Bits.PerWord))];
    }

    /// <summary>No therapist here travels farther than this chord; 0 where nobody travels.</summary>
    public double FarthestTravelChord { get; }

    /// <summary>The least chord that any listing here can have.</summary>
    public double LeastChordFrom(UnitVector point) => whole.ChordsFrom(point).Least;

    public double SquaredChordFrom(UnitVector point, int place) => point.SquaredChordTo(new UnitVector(x[place], y[place], z[place]));

    /// <summary>Sets the bits of the listings within reach; the others are left as they are.</summary>
    public void Within(UnitVector point, in Reach reach, Span<ulong> found)
    {
        for (var tile = 0; tile < tiles.Length; tile++)
        {
            var (least, greatest) = tiles[tile].ChordsFrom(point);
            if (least > reach.NeverChord)
                continue;
            found[tile] |= greatest <= reach.SurelyChord ? Listed(tile) : WithinTile(point, reach, tile);
        }
    }

    /// <summary>The places of the listings within reach.</summary>
    public IEnumerable<int> PlacesWithin(UnitVector point, Reach reach)
    {
        var found = new ulong[Bits.Words];
        Within(point, reach, found);
        for (var word = 0; word < Bits.Words; word++)
        {
            for (var rest = found[word]; rest != 0; rest &= rest - 1)
                yield return (word * Bits.PerWord) + BitOperations.TrailingZeroCount(rest);
        }
    }

    /// <summary>Sets the bits of the listings whose therapist travels to the point.</summary>
    public void TravellingTo(UnitVector point, Span<ulong> found)
    {
        for (var tile = 0; tile < tiles.Length; tile++)
        {
            if (travelChords[tile] > 0 && tiles[tile].ChordsFrom(point).Least <= travelChords[tile])
                found[tile] |= TravellingFrom(tile, point);
        }
    }

    /// <summary>Four points at a time, each with its own limit; within a hair of it the miles decide.</summary>
    private ulong TravellingFrom(int tile, UnitVector point)
    {
        var (pointX, pointY, pointZ) = (Vector256.Create(point.X), Vector256.Create(point.Y), Vector256.Create(point.Z));
        var (share, margin) = (Vector256.Create(1 - (4 * Reach.Hair)), Vector256.Create(2 * Reach.SmallestHair));
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
            if (entries[place].Listing.Place.HomeVisitRadius is { } own && new Reach(WithinRadiusGate.HomeVisitLimit(own)).Contains(SquaredChordFrom(point, place)))
                found |= rest & (~rest + 1);
        }

        return found;
    }

    /// <summary>The few within a hair of the limit are measured in miles.</summary>
    private ulong WithinTile(UnitVector point, in Reach reach, int tile)
    {
        var found = NoFartherThan(reach.SurelySquared, point, tile);
        for (var rest = NoFartherThan(reach.NeverSquared, point, tile) & ~found; rest != 0; rest &= rest - 1)
        {
            if (reach.Contains(SquaredChordFrom(point, (tile * Bits.PerWord) + BitOperations.TrailingZeroCount(rest))))
                found |= rest & (~rest + 1);
        }

        return found;
    }

    /// <summary>The listings of a tile at a squared chord or nearer, four points at a time.</summary>
    private ulong NoFartherThan(double squaredChord, UnitVector point, int tile)
    {
        var (pointX, pointY, pointZ) = (Vector256.Create(point.X), Vector256.Create(point.Y), Vector256.Create(point.Z));
        var most = Vector256.Create(squaredChord);
        var found = 0UL;
        for (var i = 0; i < Bits.PerWord; i += Vector256<double>.Count)
        {
            var first = (tile * Bits.PerWord) + i;
            found |= (ulong)Vector256.LessThanOrEqual(SquaredChords(pointX, pointY, pointZ, first), most).ExtractMostSignificantBits() << i;
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

    private ulong Listed(int tile) => entries.Length - (tile * Bits.PerWord) is var left and < Bits.PerWord ? (1UL << left) - 1 : ulong.MaxValue;

    private Ball BallOf(int start, int count)
    {
        count = Math.Min(count, entries.Length - start);
        return Ball.Around(x.AsSpan(start, count), y.AsSpan(start, count), z.AsSpan(start, count));
    }

    /// <summary>Full to the last tile with what no comparison holds for.</summary>
    private static double[] NoNumbers(int tileCount)
    {
        var column = new double[tileCount * Bits.PerWord];
        Array.Fill(column, double.NaN);
        return column;
    }
}
