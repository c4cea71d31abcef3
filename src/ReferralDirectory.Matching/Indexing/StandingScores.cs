using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// The share of the score that is the same for every order on a day, weighted for one audience, in millionths of a point: vetting in the
/// listing's own state (with every specialty, as if the order could use it), availability, record. With the most of each tile, so that a
/// search can pass tiles by.
/// </summary>
internal sealed class StandingScores
{
    public StandingScores(RuleWeights weights, TierColumns tiers, int[] availability, int[] record)
    {
        Of = new int[(record.Length + Bits.PerWord - 1) / Bits.PerWord * Bits.PerWord];
        MostOfTile = new int[Of.Length / Bits.PerWord];
        for (var i = 0; i < record.Length; i++)
        {
            Of[i] = (weights.Vetting * tiers.MostVetting(i)) + (weights.Availability * availability[i]) + (weights.Record * record[i]);
            MostOfTile[i / Bits.PerWord] = Math.Max(MostOfTile[i / Bits.PerWord], Of[i]);
        }

        Most = MostOfTile.Max();
    }

    /// <summary>Of each listing, full to the last tile.</summary>
    public int[] Of { get; }

    public int[] MostOfTile { get; }

    public int Most { get; }
}
