using System.Numerics;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The candidates of one block that passed every gate, a bit for each listing; no row of homes where nobody travels.</summary>
internal sealed record EligibleHere(BlockView View, ulong[] Offices, ulong[] Homes)
{
    /// <summary>What offices have still to be within; null: all of them are.</summary>
    public Reach? Radius { get; init; }

    /// <summary>The listings of a tile with a candidate of either kind.</summary>
    public ulong Either(int word) => Homes.Length == 0 ? Offices[word] : Offices[word] | Homes[word];

    /// <summary>Of some in a tile, those whose therapist may also be found elsewhere.</summary>
    public ulong OfSeveral(int word, ulong places) => View.Fixed.Several is { } several ? places & several.Row[word] : 0;

    /// <summary>May a tile hold a candidate?</summary>
    public bool MayHold(int word) =>
        (Homes.Length > 0 && Homes[word] != 0)
        || (Offices[word] != 0 && (Radius is not { } radius || View.Block.Points.Tiles.Least(View.TileChords, word) <= radius.NeverChord));

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

    /// <summary>Is an office at this squared chord within the radius?</summary>
    public bool IsWithin(double squaredChord) => Radius is not { } radius || radius.Contains(squaredChord);

    /// <summary>The offices of a tile, those that are out of reach left out.</summary>
    public ulong OfficesWithin(int word, MatchQuery query)
    {
        var offices = Offices[word];
        if (Radius is not { } radius || View.Block.Points.Tiles.IsHeld(View.TileChords, word, radius.SurelyChord))
            return offices;
        for (var rest = offices; rest != 0; rest &= rest - 1)
        {
            if (!IsWithin(View.Block.Points.SquaredChordFrom(query.Place, (word * Bits.PerWord) + BitOperations.TrailingZeroCount(rest))))
                offices &= ~(rest & (~rest + 1));
        }

        return offices;
    }

    /// <summary>With the offices within a radius only; null when nobody is left.</summary>
    public EligibleHere? Within(in Reach radius, MatchQuery query)
    {
        ulong[] offices = [.. Offices];
        View.Block.Points.KeepWithin(query.Place, radius, View.TileChords, offices);
        return offices.AsSpan().ContainsAnyExcept(0UL) || Homes.AsSpan().ContainsAnyExcept(0UL) ? this with { Offices = offices } : null;
    }
}
