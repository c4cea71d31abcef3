using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>A ball around neighbouring points: no trigonometry, and neither the antimeridian nor the poles are special.</summary>
/// <param name="Center">The mean of the points: inside the sphere, not on it.</param>
internal readonly record struct Ball(UnitVector Center, double Radius)
{
    /// <summary>No point of the ball is nearer than this chord; below zero inside.</summary>
    public double LeastChordTo(UnitVector point) => Math.Sqrt(Center.SquaredChordTo(point)) - Radius;

    public static Ball Around(UnitVector[] points)
    {
        double sumX = 0, sumY = 0, sumZ = 0;
        foreach (var (x, y, z) in points)
            (sumX, sumY, sumZ) = (sumX + x, sumY + y, sumZ + z);
        var center = new UnitVector(sumX / points.Length, sumY / points.Length, sumZ / points.Length);
        var radius = Math.Sqrt(points.Max(center.SquaredChordTo));
        return new Ball(center, (radius * (1 + 1e-9)) + 1e-12);
    }
}
