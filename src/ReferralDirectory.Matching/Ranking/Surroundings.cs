using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// The blocks around a patient, for one query, and who in them passes every gate: each block is judged when somebody first asks, and once
/// for all radii that are tried. Serves one thread.
/// </summary>
internal sealed class Surroundings
{
    private readonly MatchQuery query;
    private readonly NearBlock[] near;
    private readonly BlockView?[] views;
    private readonly Judged?[] judged;
    private readonly int networkKey;

    /// <summary>Null: about a network that the catalogue does not know, each listing is asked.</summary>
    private readonly StandingShelf? shelf;
    private GateRows? gates;
    private readonly CancellationToken cancellationToken;

    /// <param name="index">Where to look.</param>
    /// <param name="query">What for.</param>
    /// <param name="radius">For offices. No wider one will be asked for.</param>
    /// <param name="cancellationToken">Looked at between two blocks.</param>
    public Surroundings(MatchIndex index, MatchQuery query, Miles radius, CancellationToken cancellationToken)
    {
        (this.query, this.cancellationToken) = (query, cancellationToken);
        networkKey = query.Network is null ? -1 : index.NetworkKeys.Find(query.Criteria.Coverage);
        shelf = query.Network is null || networkKey >= 0 ? index.Standing(new StandingCoverage(networkKey, query.Criteria.ServiceDate, query.StandingTerms)) : null;
        Reach = new Reach(radius);
        near = [.. index.Near(query.Place, Reach, query.AllowsHomeVisits)];
        (views, judged) = (new BlockView?[near.Length], new Judged?[near.Length]);
    }

    private GateRows Gates => gates ??= new GateRows(query, networkKey);

    /// <summary>How far offices may be now.</summary>
    public Reach Reach { get; private set; }

    /// <summary>The numbers of the blocks within reach, the nearest first.</summary>
    public IEnumerable<int> Places => Enumerable.Range(0, near.Length).Where(place => near[place].MayHold(Reach, query.AllowsHomeVisits));

    /// <summary>Whoever passes all gates.</summary>
    public Eligible All => new([.. Places.Select(Within).OfType<EligibleHere>()]);

    public BlockView ViewOf(int place) => views[place] ??= new BlockView(near[place], query, networkKey, shelf);

    /// <inheritdoc cref="NearBlock.Least"/>
    public double LeastOf(int place) => near[place].Least;

    /// <summary>Nobody in a block has more for vetting, network, availability and record; null: that is known only when each is asked.</summary>
    public int? MostStandingOf(int place) =>
        shelf is null || (query.AllowsHomeVisits && ViewOf(place).MayVisitFromAbroad) ? null : shelf.MostOf(near[place].Number);

    /// <summary>From now on, offices are to be within another radius, no wider than the first.</summary>
    public void Narrow(Miles radius)
    {
        Reach = new Reach(radius);
        foreach (var block in judged)
            block?.ForgetRadius();
    }

    /// <summary>Whoever passes all gates, counted gate by gate.</summary>
    /// <param name="passed">Takes how many pass each gate, in the order of the funnel.</param>
    public Eligible CountGateByGate(int[] passed)
    {
        for (var place = 0; place < near.Length; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (near[place].MayHold(Reach, query.AllowsHomeVisits))
                (judged[place] ??= new Judged()).SetWithin(Gates.JudgeGateByGate(ViewOf(place), Reach, passed));
        }

        return All;
    }

    /// <summary>Are there so many therapists who pass all gates? Looks no farther than it takes to know.</summary>
    public bool HasAtLeast(int therapists)
    {
        var (parts, alone) = (new List<EligibleHere>(), 0);
        foreach (var part in Places.Select(Within).OfType<EligibleHere>())
        {
            parts.Add(part);
            alone += part.CountAlone();
            if (alone >= therapists)
                return true;
        }

        return new Eligible(parts).TherapistCount >= therapists;
    }

    private EligibleHere? Within(int place)
    {
        var known = JudgedAt(place);
        if (!known.IsWithin)
            known.SetWithin(known.Anywhere?.Within(Reach, query));
        return known.Within;
    }

    private Judged JudgedAt(int place)
    {
        if (judged[place] is { } known)
            return known;
        cancellationToken.ThrowIfCancellationRequested();
        return judged[place] = new Judged { Anywhere = Gates.Judge(ViewOf(place)) };
    }

    /// <summary>Who passes in one block.</summary>
    private sealed class Judged
    {
        /// <summary>Whatever the radius.</summary>
        public EligibleHere? Anywhere { get; init; }

        /// <summary>Is known who of them is within the radius?</summary>
        public bool IsWithin { get; private set; }

        public EligibleHere? Within { get; private set; }

        public void SetWithin(EligibleHere? within) => (IsWithin, Within) = (true, within);

        public void ForgetRadius() => (IsWithin, Within) = (false, null);
    }
}
