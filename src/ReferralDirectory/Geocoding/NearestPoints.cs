using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Geocoding;

/// <summary>
/// The nearest points to a place, by a scan outwards from its latitude. Two points are at least as far apart as their latitudes, so
/// the scan may stop there: exact at every latitude and across the dateline, where a flat tree of degrees is not.
/// </summary>
internal sealed class NearestPoints
{
    private const int Neighbours = 5;

    // Two sources of an approximate point lie 20 miles or more apart.
    private const double LeastMilesWhenApproximate = 10;

    private readonly int[] indexes;
    private readonly double[] heights;
    private readonly UnitVector[] vectors;

    public NearestPoints(ZipPoint[] points)
    {
        indexes = [.. Enumerable.Range(0, points.Length)];
        heights = Array.ConvertAll(points, point => UnitVector.Of(point.Point).Z);
        Array.Sort(heights, indexes);
        vectors = Array.ConvertAll(indexes, index => UnitVector.Of(points[index].Point));
    }

    /// <summary>The <paramref name="count"/> nearest points, nearest first.</summary>
    /// <param name="elsewhere">Points at the very same spot are left out: several post-office ZIPs share one.</param>
    public IReadOnlyList<(int Index, double SquaredChord)> Of(UnitVector place, int count, bool elsewhere = false)
    {
        var found = new List<(int Index, double SquaredChord)>(count + 1);
        var start = Array.BinarySearch(heights, place.Z);
        var up = start < 0 ? ~start : start;
        var down = up - 1;
        while (up < heights.Length || down >= 0)
        {
            var above = up < heights.Length ? heights[up] - place.Z : double.PositiveInfinity;
            var below = down >= 0 ? place.Z - heights[down] : double.PositiveInfinity;
            var least = Math.Min(above, below);
            // The chord is never shorter than its vertical part.
            if (found.Count == count && least * least > found[^1].SquaredChord)
                break;
            Keep(above <= below ? up++ : down--);
        }

        return found;

        void Keep(int position)
        {
            var (index, chord) = (indexes[position], place.SquaredChordTo(vectors[position]));
            if ((elsewhere && chord == 0) || (found.Count == count && chord > found[^1].SquaredChord))
                return;
            var rank = found.Count;
            while (rank > 0 && (chord, index).CompareTo((found[rank - 1].SquaredChord, found[rank - 1].Index)) < 0)
                rank--;
            found.Insert(rank, (index, chord));
            if (found.Count > count)
                found.RemoveAt(count);
        }
    }

    /// <summary>Half the median distance to the five nearest points elsewhere; never under 10 miles where the sources of the point disagree.</summary>
    public Miles UncertaintyOf(ZipPoint point)
    {
        var neighbours = Of(UnitVector.Of(point.Point), Neighbours, elsewhere: true);
        var half = neighbours.Count == 0 ? 0 : UnitVector.MilesOfSquaredChord(neighbours[neighbours.Count / 2].SquaredChord).Value / 2;
        return new Miles(point.Precision == PlacePrecision.Approximate ? Math.Max(half, LeastMilesWhenApproximate) : half);
    }
}
