using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// The blocks around a patient, for one query. Serves one thread.
/// </summary>
internal sealed class Surroundings
{
    private readonly MatchQuery query;
    private readonly GateRows gates;
    private readonly List<NearBlock> near;
    private readonly List<EligibleHere?> judged = [];
    private readonly CancellationToken cancellationToken;

    /// <param name="index">Where to look.</param>
    /// <param name="query">What for.</param>
    /// <param name="widest">No wider radius will be asked for.</param>
    /// <param name="cancellationToken">Looked at between two blocks.</param>
    public Surroundings(MatchIndex index, MatchQuery query, Miles widest, CancellationToken cancellationToken)
    {
        (this.query, this.cancellationToken) = (query, cancellationToken);
        gates = new GateRows(query, index.NetworkKeys);
        near = index.Near(query.Place, new Reach(widest), query.AllowsHomeVisits);
    }

    /// <summary>Whoever passes all gates with a radius.</summary>
    /// <param name="radius">For offices.</param>
    /// <param name="passed">Takes how many pass each gate, in the order of the funnel; null where nobody wants to know, which is faster.</param>
    public Eligible Within(Miles radius, int[]? passed)
    {
        var reach = new Reach(radius);
        var parts = new List<EligibleHere>();
        foreach (var place in near)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!place.MayHold(reach, query.AllowsHomeVisits))
                continue;
            if ((passed is null ? gates.Judge(place.Block, reach) : gates.JudgeGateByGate(place.Block, reach, passed)) is { } here)
                parts.Add(here);
        }

        return new Eligible(parts);
    }

    /// <summary>Whoever passes with one of several radii that are tried: who passes the other gates is judged once, when a radius first reaches a block.</summary>
    public Eligible WithinStep(Miles radius)
    {
        var reach = new Reach(radius);
        var parts = new List<EligibleHere>();
        for (var i = 0; i < near.Count; i++)
        {
            if (near[i].MayHold(reach, query.AllowsHomeVisits) && JudgedAt(i)?.Within(reach, query) is { } here)
                parts.Add(here);
        }

        return new Eligible(parts);
    }

    private EligibleHere? JudgedAt(int place)
    {
        while (judged.Count <= place)
        {
            cancellationToken.ThrowIfCancellationRequested();
            judged.Add(gates.Judge(near[judged.Count].Block, radius: null));
        }

        return judged[place];
    }
}
