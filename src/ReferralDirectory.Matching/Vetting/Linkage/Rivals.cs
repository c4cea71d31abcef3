using System.Runtime.InteropServices;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// A person is on an organisation's list once, hardly twice. When two members of one list go with a record about as well, a father and his
/// son with one name and one telephone, neither is taken.
/// </summary>
internal sealed class Rivals
{
    private readonly Dictionary<int, List<(int Partner, double Bits)>> partners = [];
    private readonly LinkageRecord[] records;
    private readonly double marginBits;

    public Rivals(IEnumerable<ScoredPair> pairs, LinkageRecord[] records, double marginBits)
    {
        this.records = records;
        this.marginBits = marginBits;
        foreach (var pair in pairs.Where(pair => (pair.Obstacles & ~MergeObstacles.Uncorroborated) == MergeObstacles.None))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(partners, pair.One, out _) ??= []).Add((pair.Other, pair.Bits));
            (CollectionsMarshal.GetValueRefOrAddDefault(partners, pair.Other, out _) ??= []).Add((pair.One, pair.Bits));
        }
    }

    public bool Contest(ScoredPair pair) => Contest(pair.One, pair.Other, pair.Bits) || Contest(pair.Other, pair.One, pair.Bits);

    private bool Contest(int record, int partner, double bits) => partners.TryGetValue(record, out var all) && all.Exists(rival =>
        rival.Partner != partner && rival.Bits > bits - marginBits && records[rival.Partner].SharesAnOrganization(records[partner]));
}
