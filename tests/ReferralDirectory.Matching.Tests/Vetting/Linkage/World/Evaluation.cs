using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vetting.Linkage;

namespace ReferralDirectory.LinkageWorld;

/// <summary>Pairs of records that a grouping holds to be one person, against who they are.</summary>
internal sealed record PairCounts(long Joined, long JoinedRightly, long Same)
{
    public double Precision => Joined == 0 ? 1 : (double)JoinedRightly / Joined;

    public double Recall => Same == 0 ? 1 : (double)JoinedRightly / Same;

    public static PairCounts Of(IEnumerable<IdentityGroup> groups, Labels labels)
    {
        long joined = 0, rightly = 0;
        foreach (var group in groups)
        {
            joined += Pairs(group.Records.Length);
            rightly += group.Records.GroupBy(labels.PersonOf).Sum(same => Pairs(same.Count()));
        }

        return new PairCounts(joined, rightly, labels.SamePairs);
    }

    internal static long Pairs(long count) => count * (count - 1) / 2;
}

/// <summary>Who each record is.</summary>
internal sealed class Labels(IReadOnlyCollection<LabelledRecord> world)
{
    private readonly Dictionary<(string, string), int> persons = world.ToDictionary(each => (each.Record.Organization.Value, each.Record.MemberKey), each => each.Person);

    public long SamePairs { get; } = world.GroupBy(each => each.Person).Sum(same => PairCounts.Pairs(same.Count()));

    public int PersonOf(SourceRecord record) => persons[(record.Organization.Value, record.MemberKey)];

    /// <summary>How many pairs of records, one of each group, are one person.</summary>
    public int SameAcross(IdentityGroup one, IdentityGroup other) => one.Records.Sum(mine => other.Records.Count(theirs => PersonOf(mine) == PersonOf(theirs)));

    public bool AreSame(IdentityGroup one, IdentityGroup other) => SameAcross(one, other) > 0;
}

/// <summary>One world, linked and looked at.</summary>
internal sealed record Evaluation(PairCounts ExactKeys, PairCounts Linked, LinkageResult Result, Labels Labels)
{
    public static Evaluation Of(IReadOnlyCollection<LabelledRecord> world, LinkageOptions? options = null)
    {
        var labels = new Labels(world);
        SourceRecord[] records = [.. world.Select(each => each.Record)];
        var groups = IdentityGrouper.Group(records);
        var result = RecordLinker.Run(groups, [], options);
        var joined = IdentityGrouper.Group(records, [.. result.Merges("run", DateTimeOffset.UnixEpoch)]);
        return new Evaluation(PairCounts.Of(groups, labels), PairCounts.Of(joined, labels), result, labels);
    }

    /// <summary>Of the pairs that only linkage joined.</summary>
    public double PrecisionOfLinks => (double)(Linked.JoinedRightly - ExactKeys.JoinedRightly) / Math.Max(1, Linked.Joined - ExactKeys.Joined);

    /// <summary>Of the pairs that exact keys left.</summary>
    public double RecallOfLinks => (double)(Linked.JoinedRightly - ExactKeys.JoinedRightly) / Math.Max(1, Linked.Same - ExactKeys.JoinedRightly);

    /// <summary>Pairs of groups in a zone, and how many of them are one person.</summary>
    public (int Pairs, int Same) Zone(LinkZone zone)
    {
        var pairs = Result.Pairs.Where(pair => pair.Zone == zone).ToList();
        return (pairs.Count, pairs.Count(pair => Labels.AreSame(Result.Groups[pair.One], Result.Groups[pair.Other])));
    }

    /// <summary>Of all pairs of records of one person, the share that is joined or waits for a person to look.</summary>
    public double RecallWithReview
    {
        get
        {
            var waiting = Result.Pairs.Where(pair => pair.Zone == LinkZone.Review).Sum(pair => Labels.SameAcross(Result.Groups[pair.One], Result.Groups[pair.Other]));
            return Math.Min(1, (double)(Linked.JoinedRightly + waiting) / Linked.Same);
        }
    }
}
