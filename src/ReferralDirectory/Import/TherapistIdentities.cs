using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>
/// Which therapist each group of records is. A group keeps the lowest id that one of its records had and that no earlier group has
/// taken; the ids left over are gone, each merged into the therapist that its first record went to.
/// </summary>
internal sealed class TherapistIdentities
{
    private readonly Dictionary<long, long> survivors = [];

    private TherapistIdentities(List<(RecordGroup, TherapistId)> groups, List<long> gone)
    {
        Groups = groups;
        Gone = gone;
    }

    /// <summary>In the order in which their first records came in.</summary>
    public IReadOnlyList<(RecordGroup Group, TherapistId Id)> Groups { get; }

    /// <summary>Ids that no group has any more.</summary>
    public IReadOnlyList<long> Gone { get; }

    /// <param name="unit">Hands out new ids.</param>
    /// <param name="affected">The records that are grouped anew.</param>
    /// <param name="formerTherapists">Ids that records had which are no longer there.</param>
    public static TherapistIdentities Assign(WriteUnit unit, AffectedRecords affected, IEnumerable<long> formerTherapists)
    {
        var taken = new HashSet<long>();
        var firstHolders = new Dictionary<long, (long RecordId, long TherapistId)>();
        var groups = new List<(RecordGroup, TherapistId)>();
        foreach (var group in RecordGrouping.Group(affected))
        {
            var kept = group.Records.Select(affected.TherapistOf).OfType<long>().Order().Cast<long?>().FirstOrDefault(id => !taken.Contains(id!.Value));
            var id = kept is { } known ? new TherapistId(known) : unit.NewTherapistId();
            if (kept is not null)
                taken.Add(id.Value);
            groups.Add((group, id));
            foreach (var record in group.Records)
            {
                if (affected.TherapistOf(record) is { } former && (!firstHolders.TryGetValue(former, out var first) || record < first.RecordId))
                    firstHolders[former] = (record, id.Value);
            }
        }

        var identities = new TherapistIdentities(groups, [.. affected.TherapistIds.Union(formerTherapists).Except(taken).Order()]);
        foreach (var gone in identities.Gone)
        {
            if (firstHolders.TryGetValue(gone, out var holder))
                identities.survivors[gone] = holder.TherapistId;
        }

        return identities;
    }

    /// <summary>The therapist that a gone one was merged into; null when its records are gone too.</summary>
    public long? SurvivorOf(long gone) => survivors.TryGetValue(gone, out var survivor) ? survivor : null;

    /// <summary>The ids that were merged into a therapist, lowest first.</summary>
    public ILookup<long, long> MergedInto() => survivors.OrderBy(pair => pair.Key).ToLookup(pair => pair.Value, pair => pair.Key);
}
