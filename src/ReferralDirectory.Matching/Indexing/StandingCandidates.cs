using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Who in a block passes the gates that do not ask about the order, for everybody with one coverage: licensed in the listing's own state,
/// not excluded, vetted, accepting, in network. With the most that anybody in a tile has for vetting, network, availability and record
/// together, so that a search need not look at tiles, or at the block, where that is too little.
/// </summary>
internal sealed class StandingCandidates
{
    private readonly int[] mostOfTile = new int[Bits.Words];

    /// <param name="always">Of the block.</param>
    /// <param name="serviceDay">Of the block.</param>
    /// <param name="asOf">Of the block.</param>
    /// <param name="network">Null: the patient pays.</param>
    /// <param name="networkRaw">The raw values of the network rule; of self-pay, its one value.</param>
    /// <param name="terms">For whom, and as of which day.</param>
    public StandingCandidates(FixedColumns always, ServiceDayColumns serviceDay, AsOfColumns asOf, NetworkColumn? network, int[] networkRaw, StandingTerms terms)
    {
        Bits.Or(Row, serviceDay.Licensed);
        Bits.And(Row, always.NotExcluded);
        Bits.And(Row, asOf.Tiers.AtLeast(Math.Clamp(terms.MinTier, 0, TierColumns.MostWithoutSpecialty)));
        Bits.And(Row, always.Accepting);
        if (network is not null)
        {
            Bits.And(Row, network.In);
            Bits.AndNot(Row, network.Closed);
        }

        var standing = asOf.Standing(terms.Weights);
        foreach (var place in Bits.Places(Row))
        {
            var score = standing.Of[place] + (terms.Weights.NetworkEvidence * networkRaw[network?.EvidenceOf(place) ?? 0]);
            ref var most = ref mostOfTile[place / Bits.PerWord];
            most = Math.Max(most, score);
        }

        Most = mostOfTile.Max();
        MostForNetwork = networkRaw.Max();
    }

    /// <summary>Where the lowest tier is the highest that there is, whoever is no specialist of the order is still among them.</summary>
    public ulong[] Row { get; } = new ulong[Bits.Words];

    public int Most { get; }

    /// <summary>The highest raw value of the network rule.</summary>
    public int MostForNetwork { get; }

    public int MostIn(int tile) => mostOfTile[tile];
}

/// <summary>What <see cref="StandingCandidates"/> depend on besides the block, the day of the first session and the network.</summary>
internal readonly record struct StandingTerms(DateOnly AsOf, RuleWeights Weights, int MinTier);
