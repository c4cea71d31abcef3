using System.Runtime.InteropServices;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Who in a block passes the gates that do not ask about the order, for everybody with one coverage: licensed, not excluded, vetted,
/// accepting, in network. Close together in memory, in tiles of neighbours of their own, with what each has for vetting, network,
/// availability and record together, and the most of each tile: a search need not look where that is too little.
/// </summary>
internal sealed class StandingCandidates
{
    /// <summary>Neighbours in a tile.</summary>
    private const int PerTile = 16;

    private readonly StandingCandidate[] candidates;
    private readonly StandingTile[] tiles;

    /// <param name="block">Where they are.</param>
    /// <param name="day">What holds there on the day of the first session.</param>
    /// <param name="row">Who passes. Where the lowest tier is the highest that there is, whoever is no specialist of the order is still among them.</param>
    /// <param name="tiers">Of them, in the state of the visit.</param>
    /// <param name="networkOf">The raw value of the network rule for a listing.</param>
    /// <param name="terms">For whom, and as of which day.</param>
    public StandingCandidates(Block block, ServiceDayColumns day, ulong[] row, TierColumns tiers, Func<int, int> networkOf, StandingTerms terms)
    {
        (Row, Tiers) = (row, tiers);
        candidates = new StandingCandidate[Bits.Count(row)];
        var (asOf, weights) = (block.AsOf(terms.AsOf), terms.Weights);
        foreach (var (i, place) in Bits.Places(row).Index())
        {
            var score = (weights.Vetting * tiers.MostVetting(place)) + (weights.Availability * asOf.Availability[place])
                + (weights.Record * block.Fixed.Record[place]) + (weights.NetworkEvidence * networkOf(place));
            candidates[i] = new StandingCandidate(score, place, TraitsOf(block, day, tiers, place));
        }

        tiles = [.. candidates.Chunk(PerTile).Select(some => StandingTile.Of(some, block))];
        Most = tiles.Select(tile => tile.Most).DefaultIfEmpty(int.MinValue).Max();
    }

    /// <summary>The same, a bit for each listing of the block.</summary>
    public ulong[] Row { get; }

    public TierColumns Tiers { get; }

    public ReadOnlySpan<StandingTile> Tiles => tiles;

    /// <summary>Nobody has a higher score; hardly a number where nobody is.</summary>
    public int Most { get; }

    /// <summary>One of them, in the order of <see cref="Row"/>.</summary>
    public ref readonly StandingCandidate this[int number] => ref candidates[number];

    public ReadOnlySpan<StandingCandidate> In(int tile) => candidates.AsSpan(tile * PerTile, Math.Min(PerTile, candidates.Length - (tile * PerTile)));

    private static Traits TraitsOf(Block block, ServiceDayColumns day, TierColumns tiers, int place) =>
        (Bits.Contains(block.Fixed.Office, place) ? Traits.Office : Traits.None)
        | (Bits.Contains(block.Fixed.Travels, place) ? Traits.Travels : Traits.None)
        | (tiers.IsSpecialist(place, ModalitySet.All) ? Traits.Specialist : Traits.None)
        | (Bits.Contains(day.Certified.Row, place) ? Traits.Certified : Traits.None);
}

/// <summary>One of <see cref="StandingCandidates"/>.</summary>
/// <param name="score">In millionths of a point, with every specialty, as if the order could use it.</param>
/// <param name="place">In the block.</param>
/// <param name="traits">What is to be asked besides.</param>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly struct StandingCandidate(int score, int place, Traits traits)
{
    private readonly ushort placeAndTraits = (ushort)(place | (int)traits);

    public int Score { get; } = score;

    public int Place => placeAndTraits & (Block.Capacity - 1);

    public bool Has(Traits trait) => (placeAndTraits & (int)trait) != 0;
}

/// <summary>What is known of some neighbours among <see cref="StandingCandidates"/> before anybody looks at them.</summary>
/// <param name="Around">Where they are.</param>
/// <param name="Offered">By any of them.</param>
/// <param name="Most">None has a higher score.</param>
internal readonly record struct StandingTile(Ball Around, ModalitySet Offered, int Most)
{
    public static StandingTile Of(StandingCandidate[] some, Block block) => new(
        Ball.Around(Array.ConvertAll(some, candidate => block.Glances[candidate.Place].Point)),
        some.Aggregate(ModalitySet.Empty, (set, candidate) => set | block.Glances[candidate.Place].Offered),
        some.Max(candidate => candidate.Score));
}

/// <summary>In the bits that a place in a block leaves free.</summary>
[Flags]
internal enum Traits
{
    None = 0,
    Office = Block.Capacity,
    Travels = 2 * Block.Capacity,

    /// <summary>Lifted above tier 3 by a specialty, if the order can use it.</summary>
    Specialist = 4 * Block.Capacity,

    /// <summary>Holds a confirmed certificate on the day of the first session.</summary>
    Certified = 8 * Block.Capacity,
}

/// <summary>What <see cref="StandingCandidates"/> depend on besides the block, the day of the first session and the network.</summary>
internal readonly record struct StandingTerms(DateOnly AsOf, RuleWeights Weights, int MinTier);
