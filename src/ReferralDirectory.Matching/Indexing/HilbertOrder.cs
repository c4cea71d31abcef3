using NetTopologySuite.Shape.Fractal;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>An order in which what is near on the map is mostly near in the row.</summary>
internal static class HilbertOrder
{
    private const int Level = 16;
    private const int Side = (1 << Level) - 1;

    public static int KeyOf(GeoPoint point) =>
        HilbertCode.Encode(Level, (int)((point.Longitude + 180) / 360 * Side), (int)((point.Latitude + 90) / 180 * Side));
}
