using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>
/// One order, screened and looked up beforehand: plain numbers to filter and to score by. Peers need not understand a referral, and our
/// bare search gets the same, as <see cref="Query"/>; only our whole answer begins with the screening of <see cref="Criteria"/>.
/// </summary>
internal sealed class PeerQuestion
{
    private PeerQuestion(MatchQuery query, int network, ulong required)
    {
        (Query, Criteria) = (query, query.Criteria with { WithFunnel = true });
        (Place, Network, Required) = (query.Place, network, required);
        Fit = new FitLevels(query.Pairs.Primary);
        Relevant = query.Relevant.Bits;
        MinTier = query.MinTier;
        Weights = query.Weights;
        HalfDistanceMiles = query.Options.HalfDistanceMiles;
    }

    public MatchCriteria Criteria { get; }

    /// <summary>Without funnel and total.</summary>
    public MatchQuery Query { get; }

    public UnitVector Place { get; }

    /// <summary>Null: the smallest step of the ladder with enough therapists.</summary>
    public Miles? Radius => Criteria.Preferences.Radius;

    public bool ByPatient => Criteria.Audience == Audience.Patient;

    public int Limit => Criteria.Limit;

    /// <summary>The number of the question whether somebody is in network; see <see cref="NetworkKeys"/>.</summary>
    public int Network { get; }

    /// <summary>The credential requirements that must be met, a bit for each in the tables.</summary>
    public ulong Required { get; }

    public int MinTier { get; }

    public FitLevels Fit { get; }

    /// <summary>The modalities whose specialties lift the vetting.</summary>
    public ulong Relevant { get; }

    public RuleWeights Weights { get; }

    public double HalfDistanceMiles { get; }

    /// <summary>The mix of the other measurements: office visits, one diagnosis, one insurer, twenty results, screening passed.</summary>
    public static PeerQuestion[] Of(MatchIndex index, DateOnly today, int count)
    {
        var keys = new NetworkKeys(index.Knowledge);
        var options = new RankingOptions();
        return
        [
            .. QueryMix.Of(index, today, count * 2)
                .Select(criteria => criteria with { Limit = 20, WithFunnel = false, WithRelaxations = false, WithTotal = false, Preferences = criteria.Preferences with { HomeVisit = false } })
                .Select(criteria => new MatchQuery(criteria, index.Knowledge, options))
                .Where(query => query.Screening.AllowsResults)
                .Take(count)
                .Select(query => new PeerQuestion(query, keys.Find(query.Criteria.Coverage), RequiredBy(query))),
        ];
    }

    private static ulong RequiredBy(MatchQuery query)
    {
        var all = query.Knowledge.Rows.CredentialRequirements;
        var bits = 0UL;
        foreach (var requirement in query.Screening.Requirements)
            bits |= 1UL << all.IndexOf(requirement);
        return bits;
    }
}
