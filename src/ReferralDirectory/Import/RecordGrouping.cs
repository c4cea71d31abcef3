using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>
/// Groups records by person. Most share no key with any other and are one person each; only the bundles of those that do, or about which
/// was decided, directly or over others, are read and given to <see cref="IdentityGrouper"/>.
/// </summary>
internal static class RecordGrouping
{
    /// <summary>In the order in which their first records came in.</summary>
    public static List<RecordGroup> Group(AffectedRecords affected)
    {
        var bundles = BundlesOf(affected.Sharing());
        var groups = new List<RecordGroup>(affected.Ids.Length);
        var bundled = bundles.SelectMany(bundle => bundle).ToHashSet();
        groups.AddRange(affected.Ids.Where(id => !bundled.Contains(id)).Select(id => new RecordGroup([id], InConflict: false, [])));
        var decisions = affected.Decisions();
        groups.AddRange(affected.Read(bundles).WorkAhead(bundle => GroupsOf(bundle, decisions)).SelectMany(found => found));
        groups.Sort((one, other) => one.Records[0].CompareTo(other.Records[0]));
        return groups;
    }

    private static List<long[]> BundlesOf(IEnumerable<long[]> sharing)
    {
        var bundles = new Bundles();
        foreach (var records in sharing)
            bundles.Join(records);
        return bundles.ToList();
    }

    private static List<RecordGroup> GroupsOf((long[] Ids, string[] Documents) bundle, LinkDecisionTable decisions)
    {
        var ids = new Dictionary<(Code<Organization>, string), long>();
        var records = bundle.Documents.Select(RecordDocument.Read).ToList();
        for (var i = 0; i < records.Count; i++)
            ids.Add((records[i].Organization, records[i].MemberKey), bundle.Ids[i]);
        return
        [
            .. IdentityGrouper.Group(records, decisions.About(records)).Select(group => new RecordGroup(
                [.. group.Records.Select(record => ids[(record.Organization, record.MemberKey)]).Order()], group.InConflict, group.ContestedKeys)),
        ];
    }

    /// <summary>Joins sets that have a member in common.</summary>
    private sealed class Bundles
    {
        private readonly Dictionary<long, long> parents = [];

        public void Join(long[] records)
        {
            foreach (var record in records)
                parents[RootOf(record)] = RootOf(records[0]);
        }

        public List<long[]> ToList() => [.. parents.Keys.ToLookup(RootOf).Select(records => records.Order().ToArray())];

        private long RootOf(long record)
        {
            while (parents.TryGetValue(record, out var parent) && parent != record)
            {
                parents[record] = parents[parent];
                record = parent;
            }

            parents.TryAdd(record, record);
            return record;
        }
    }
}
