using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Who in a block passes the gates that do not ask about the order, for everybody with one coverage: licensed in the listing's own state,
/// not excluded, vetted, accepting, in network. With what each has for vetting, network, availability and record together, and the most of
/// each tile, so that a search need not look at listings, at tiles, or at the block, where that is too little.
/// </summary>
internal sealed class StandingCandidates
{
    private readonly int[] mostOfTile = new int[Bits.Words];
    private readonly SparseColumn<int> scores;

    /// <param name="always">Of the block.</param>
    /// <param name="serviceDay">Of the block.</param>
    /// <param name="asOf">Of the block.</param>
    /// <param name="network">Null: the patient pays.</param>
    /// <param name="networkRaw">The raw values of the network rule; of self-pay, its one value.</param>
    /// <param name="terms">For whom, and as of which day.</param>
    public StandingCandidates(FixedColumns always, ServiceDayColumns serviceDay, AsOfColumns asOf, NetworkColumn? network, int[] networkRaw, StandingTerms terms)
    {
        var row = new ulong[Bits.Words];
        Bits.Or(row, serviceDay.Licensed);
        Bits.And(row, always.NotExcluded);
        Bits.And(row, asOf.Tiers.AtLeast(Math.Clamp(terms.MinTier, 0, TierColumns.MostWithoutSpecialty)));
        Bits.And(row, always.Accepting);
        if (network is not null)
        {
            Bits.And(row, network.In);
            Bits.AndNot(row, network.Closed);
        }

        var standing = asOf.Standing(terms.Weights);
        var found = new List<int>();
        foreach (var place in Bits.Places(row))
        {
            var score = standing.Of[place] + (terms.Weights.NetworkEvidence * networkRaw[network?.EvidenceOf(place) ?? 0]);
            found.Add(score);
            ref var most = ref mostOfTile[place / Bits.PerWord];
            most = Math.Max(most, score);
        }

        scores = new SparseColumn<int>(row, found);
        Most = mostOfTile.Max();
    }

    /// <summary>Where the lowest tier is the highest that there is, whoever is no specialist of the order is still among them.</summary>
    public ulong[] Row => scores.Row;

    public int Most { get; }

    /// <summary>In millionths of a point, with every specialty, as if the order could use it.</summary>
    /// <param name="place">Of a listing in <see cref="Row"/>.</param>
    public int ScoreOf(int place) => scores[place];

    public int MostIn(int tile) => mostOfTile[tile];
}

/// <summary>What <see cref="StandingCandidates"/> depend on besides the block, the day of the first session and the network.</summary>
internal readonly record struct StandingTerms(DateOnly AsOf, RuleWeights Weights, int MinTier);
