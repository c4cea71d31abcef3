using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>NetTopologySuite's tree over all offices; whoever lies in the circle's box is looked up in the insurer's network, filtered and scored.</summary>
internal sealed class StrTree : Peer
{
    private readonly FlatWorld world;
    private readonly STRtree<OfficeRow> tree = new();
    private readonly Dictionary<int, Dictionary<int, int>> evidenceByQuestion;

    public StrTree(FlatWorld world)
    {
        this.world = world;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var office in world.Offices)
            tree.Insert(new Envelope(office.Point.Longitude, office.Point.Longitude, office.Point.Latitude, office.Point.Latitude), office);
        tree.Build();
        evidenceByQuestion = world.Networks.GroupBy(row => row.Question)
            .ToDictionary(group => group.Key, group => group.ToDictionary(row => row.Office.Number, row => row.Evidence));
        Bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    public override string Name => "NetTopologySuite STRtree, filters behind it";

    public override long Bytes { get; }

    protected override Hit[] Within(Miles radius, PeerQuestion question)
    {
        var best = new BestTherapists(question.Limit, world.Day);
        if (!evidenceByQuestion.TryGetValue(question.Network, out var evidence))
            return [];
        var scoring = new Scoring(question, radius);
        var circle = new Circle(question.Criteria.Place, radius);
        foreach (var (west, east) in circle.LongitudesBetween(circle.South, circle.North))
        {
            foreach (var office in tree.Query(new Envelope(west, east, circle.South, circle.North)))
            {
                if (evidence.TryGetValue(office.Number, out var raw) && scoring.Of(office, raw) is { } score)
                    best.Offer(office.Therapist, score);
            }
        }

        return best.InOrder;
    }
}
