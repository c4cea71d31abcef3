using System.Collections.Immutable;
using NetTopologySuite.Shape.Fractal;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Points in Hilbert order, cut into tiles of neighbours. A query skips every tile whose bounding ball lies out of reach and compares
/// chords in the others: no trigonometry, and neither the antimeridian nor the poles are special.
/// </summary>
internal sealed class SpatialTiles
{
    private const int TileSize = 64;
    private const int HilbertLevel = 16;

    private readonly double[] x, y, z;
    private readonly int[] item;
    private readonly Tile[] tiles;

    /// <param name="points">The place of item 0, 1, 2 ….</param>
    public SpatialTiles(ImmutableArray<GeoPoint> points)
    {
        item = [.. Enumerable.Range(0, points.Length).OrderBy(i => HilbertKey(points[i])).ThenBy(i => i)];
        x = new double[points.Length];
        y = new double[points.Length];
        z = new double[points.Length];
        for (var i = 0; i < item.Length; i++)
            (x[i], y[i], z[i]) = UnitVector.Of(points[item[i]]);
        tiles = [.. Enumerable.Range(0, (points.Length + TileSize - 1) / TileSize).Select(BallAround)];
    }

    /// <summary>Every item at most <paramref name="reach"/> away, with its distance. Inclusive; in no particular order.</summary>
    /// <param name="cancellationToken">Looked at once for each tile.</param>
    public IEnumerable<(int Item, Miles Distance)> Within(UnitVector center, Miles reach, CancellationToken cancellationToken = default)
    {
        // A hair more than the chord of the reach (6 micrometres), so that rounding never decides; the distance itself does.
        var mostChord = Math.Sqrt(UnitVector.SquaredChordOf(reach)) + 1e-12;
        var mostSquaredChord = mostChord * mostChord;
        for (var t = 0; t < tiles.Length; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Math.Sqrt(center.SquaredChordTo(tiles[t].Center)) > mostChord + tiles[t].Radius)
                continue;
            var end = Math.Min(item.Length, (t + 1) * TileSize);
            for (var i = t * TileSize; i < end; i++)
            {
                var squaredChord = center.SquaredChordTo(new UnitVector(x[i], y[i], z[i]));
                if (squaredChord <= mostSquaredChord && UnitVector.MilesOfSquaredChord(squaredChord) is var distance && distance.Value <= reach.Value)
                    yield return (item[i], distance);
            }
        }
    }

    private static int HilbertKey(GeoPoint point)
    {
        const int side = (1 << HilbertLevel) - 1;
        var column = (int)((point.Longitude + 180) / 360 * side);
        var row = (int)((point.Latitude + 90) / 180 * side);
        return HilbertCode.Encode(HilbertLevel, column, row);
    }

    private Tile BallAround(int tile)
    {
        var start = tile * TileSize;
        var end = Math.Min(item.Length, start + TileSize);
        double sumX = 0, sumY = 0, sumZ = 0;
        for (var i = start; i < end; i++)
            (sumX, sumY, sumZ) = (sumX + x[i], sumY + y[i], sumZ + z[i]);
        var count = end - start;
        var center = new UnitVector(sumX / count, sumY / count, sumZ / count);
        var radius = 0.0;
        for (var i = start; i < end; i++)
            radius = Math.Max(radius, Math.Sqrt(center.SquaredChordTo(new UnitVector(x[i], y[i], z[i]))));
        return new Tile(center, radius * (1 + 1e-9));
    }

    /// <param name="Center">The mean of the points: inside the sphere, not on it.</param>
    private readonly record struct Tile(UnitVector Center, double Radius);
}
