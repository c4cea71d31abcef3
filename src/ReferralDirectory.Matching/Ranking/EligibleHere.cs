using System.Numerics;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The candidates of one block that passed every gate, a bit for each listing; no row of homes where nobody travels.</summary>
internal sealed record EligibleHere(BlockView View, ulong[] Offices, ulong[] Homes)
{
    /// <summary>The listings of a tile with a candidate of either kind.</summary>
    public ulong Either(int word) => Homes.Length == 0 ? Offices[word] : Offices[word] | Homes[word];

    /// <summary>Of some in a tile, those whose therapist may also be found elsewhere.</summary>
    public ulong OfSeveral(int word, ulong places) => View.Fixed.Several is { } several ? places & several.Row[word] : 0;

    /// <summary>Those whose therapist is found nowhere else.</summary>
    public int CountAlone()
    {
        var count = 0;
        for (var word = 0; word < Bits.Words; word++)
        {
            if (Either(word) is var places and not 0)
                count += BitOperations.PopCount(places & ~OfSeveral(word, places));
        }

        return count;
    }

    /// <summary>With the offices within a radius only; null when nobody is left.</summary>
    public EligibleHere? Within(in Reach radius, MatchQuery query)
    {
        ulong[] offices = [.. Offices];
        View.Block.Points.KeepWithin(query.Place, radius, View.TileChords, offices);
        return offices.AsSpan().ContainsAnyExcept(0UL) || Homes.AsSpan().ContainsAnyExcept(0UL) ? this with { Offices = offices } : null;
    }
}
