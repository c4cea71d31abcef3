using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>A ball around neighbouring points: no trigonometry, and neither the antimeridian nor the poles are special.</summary>
/// <param name="Center">The mean of the points: inside the sphere, not on it.</param>
internal readonly record struct Ball(UnitVector Center, double Radius)
{
    /// <summary>No point of the ball is nearer than this chord; below zero inside.</summary>
    public double LeastChordTo(UnitVector point) => Math.Sqrt(Center.SquaredChordTo(point)) - Radius;

    public static Ball Around(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z)
    {
        double sumX = 0, sumY = 0, sumZ = 0;
        for (var i = 0; i < x.Length; i++)
            (sumX, sumY, sumZ) = (sumX + x[i], sumY + y[i], sumZ + z[i]);
        var center = new UnitVector(sumX / x.Length, sumY / x.Length, sumZ / x.Length);
        var radius = 0.0;
        for (var i = 0; i < x.Length; i++)
            radius = Math.Max(radius, Math.Sqrt(center.SquaredChordTo(new UnitVector(x[i], y[i], z[i]))));
        return new Ball(center, (radius * (1 + 1e-9)) + 1e-12);
    }
}
