namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// Joins pairs, the surest first, unless that would bring together any two records that clearly differ: where A goes with B and B with C
/// but A not with C, the weaker link is left for a person.
/// </summary>
internal sealed class LinkClusters(Func<int, int, bool> mayBeOne)
{
    private readonly Dictionary<int, List<int>> clusters = [];

    public bool AreOne(int one, int other) => one == other || (clusters.TryGetValue(one, out var cluster) && cluster.Contains(other));

    /// <summary>One and the same of all who are one with it.</summary>
    public int FirstOf(int record) => clusters.TryGetValue(record, out var cluster) ? cluster[0] : record;

    /// <summary>False: they were left apart.</summary>
    public bool TryJoin(int one, int other)
    {
        if (AreOne(one, other))
            return true;
        var (mine, theirs) = (ClusterOf(one), ClusterOf(other));
        if (!mine.TrueForAll(a => theirs.TrueForAll(b => mayBeOne(a, b))))
            return false;
        mine.AddRange(theirs);
        foreach (var member in theirs)
            clusters[member] = mine;
        return true;
    }

    private List<int> ClusterOf(int record)
    {
        if (!clusters.TryGetValue(record, out var cluster))
            clusters.Add(record, cluster = [record]);
        return cluster;
    }
}
