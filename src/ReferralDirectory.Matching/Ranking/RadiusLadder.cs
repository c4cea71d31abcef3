using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The steps by which a radius is chosen and widened, in miles.</summary>
public static class RadiusLadder
{
    public static ImmutableArray<Miles> Steps { get; } = [new(5), new(10), new(25), new(50), new(100), new(250)];

    public static Miles Widest => Steps[^1];

    /// <summary>The first step above a radius; null above the widest.</summary>
    public static Miles? Above(Miles radius) => First(step => step.Value > radius.Value);

    /// <summary>The first step that reaches a distance; null beyond the widest.</summary>
    public static Miles? Reaching(Miles distance) => First(step => step.Value >= distance.Value);

    private static Miles? First(Func<Miles, bool> holds)
    {
        foreach (var step in Steps)
        {
            if (holds(step))
                return step;
        }

        return null;
    }
}
