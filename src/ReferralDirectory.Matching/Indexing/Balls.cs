using System.Runtime.Intrinsics;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>A row of balls, four at a time: which of them a reach around a point touches, and which it holds whole.</summary>
internal sealed class Balls
{
    private readonly double[] x, y, z, radius;

    public Balls(IReadOnlyCollection<Ball> balls)
    {
        Count = balls.Count;
        x = Padded(balls.Select(ball => ball.Center.X));
        y = Padded(balls.Select(ball => ball.Center.Y));
        z = Padded(balls.Select(ball => ball.Center.Z));
        radius = Padded(balls.Select(ball => ball.Radius));
    }

    public Balls(ImageReader from)
    {
        Count = from.Value<int>();
        (x, y, z, radius) = (from.Column<double>(), from.Column<double>(), from.Column<double>(), from.Column<double>());
    }

    public int Count { get; }

    /// <summary>Numbers for that many balls, in whole vectors.</summary>
    public int Room => radius.Length;

    /// <summary>Filled up to whole vectors with what no comparison holds for.</summary>
    public static double[] Padded(IEnumerable<double> values)
    {
        var column = values.ToList();
        while (column.Count % Vector256<double>.Count != 0)
            column.Add(double.NaN);
        return [.. column];
    }

    public void Write(ImageWriter to)
    {
        to.Value(Count);
        foreach (var column in (double[][])[x, y, z, radius])
            to.Column<double>(column);
    }

    /// <summary>The chords from a point to the centres: what the other questions start from.</summary>
    /// <param name="point">On the sphere.</param>
    /// <param name="chords">Has <see cref="Room"/>.</param>
    public void Measure(UnitVector point, Span<double> chords)
    {
        var (pointX, pointY, pointZ) = (Vector256.Create(point.X), Vector256.Create(point.Y), Vector256.Create(point.Z));
        for (var i = 0; i < radius.Length; i += Vector256<double>.Count)
        {
            var (acrossX, acrossY, acrossZ) = (pointX - Vector256.Create(x, i), pointY - Vector256.Create(y, i), pointZ - Vector256.Create(z, i));
            Vector256.Sqrt((acrossX * acrossX) + (acrossY * acrossY) + (acrossZ * acrossZ)).CopyTo(chords[i..]);
        }
    }

    /// <summary>The least chord that a point in the ball can have, of its <see cref="Measure"/>; below zero inside.</summary>
    public double Least(ReadOnlySpan<double> chords, int ball) => chords[ball] - radius[ball];

    /// <summary>Of the first 64 balls, those that may hold a point within the limit.</summary>
    public ulong Touched(ReadOnlySpan<double> chords, double limit)
    {
        var (found, most) = (0UL, Vector256.Create(limit));
        for (var i = 0; i < radius.Length; i += Vector256<double>.Count)
            found |= (ulong)Vector256.LessThanOrEqual(Vector256.Create(chords[i..]), most + Vector256.Create(radius, i)).ExtractMostSignificantBits() << i;
        return found;
    }

    /// <summary>The same with a limit of its own for each ball.</summary>
    public ulong Touched(ReadOnlySpan<double> chords, double[] limits)
    {
        var found = 0UL;
        for (var i = 0; i < radius.Length; i += Vector256<double>.Count)
            found |= (ulong)Vector256.LessThanOrEqual(Vector256.Create(chords[i..]), Vector256.Create(limits, i) + Vector256.Create(radius, i)).ExtractMostSignificantBits() << i;
        return found;
    }

    /// <summary>Of the first 64 balls, those whose every point is within the limit.</summary>
    public ulong Held(ReadOnlySpan<double> chords, double limit)
    {
        var (found, most) = (0UL, Vector256.Create(limit));
        for (var i = 0; i < radius.Length; i += Vector256<double>.Count)
            found |= (ulong)Vector256.LessThanOrEqual(Vector256.Create(chords[i..]), most - Vector256.Create(radius, i)).ExtractMostSignificantBits() << i;
        return found;
    }

    /// <summary>The same with a limit of its own for each ball.</summary>
    public ulong Held(ReadOnlySpan<double> chords, double[] limits)
    {
        var found = 0UL;
        for (var i = 0; i < radius.Length; i += Vector256<double>.Count)
            found |= (ulong)Vector256.LessThanOrEqual(Vector256.Create(chords[i..]), Vector256.Create(limits, i) - Vector256.Create(radius, i)).ExtractMostSignificantBits() << i;
        return found;
    }
}
