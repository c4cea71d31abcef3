using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// The share of the score that is the same for every order on a day, weighted for one audience, in millionths of a point: vetting in the
/// listing's own state (with every specialty, as if the order could use it), availability, record.
/// </summary>
internal sealed class StandingScores
{
    public StandingScores(RuleWeights weights, TierColumns tiers, int[] availability, int[] record)
    {
        Of = new int[record.Length];
        for (var i = 0; i < record.Length; i++)
            Of[i] = (weights.Vetting * tiers.MostVetting(i)) + (weights.Availability * availability[i]) + (weights.Record * record[i]);
    }

    /// <summary>Of each listing.</summary>
    public int[] Of { get; }
}
