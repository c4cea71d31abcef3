using ReferralDirectory.Matching.Vetting.Linkage;

namespace ReferralDirectory.Linking;

/// <summary>What a run found, and what changes by it.</summary>
/// <param name="Result">Of persons as exact keys and persons' decisions make them.</param>
/// <param name="Joined">Merges of people who are two today.</param>
/// <param name="Parted">Merges of earlier runs that this one would not make: people who are one today.</param>
internal sealed record LinkFindings(LinkageResult Result, IReadOnlyList<LinkedPair> Joined, IReadOnlyList<LinkDecision> Parted)
{
    public static LinkFindings Of(LinkedPersons persons)
    {
        var result = RecordLinker.Run(persons.Groups, persons.Decided);
        var personOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var group = 0; group < result.Groups.Length; group++)
        {
            foreach (var record in result.Groups[group].Records)
                personOf.Add(LinkedPersons.KeyOf(record), result.Persons[group]);
        }

        return new LinkFindings(
            result,
            [.. result.Pairs.Where(pair => pair.Zone == LinkZone.Merged && !persons.AreOne(LinkedPersons.KeyOf(result.Groups[pair.One]), LinkedPersons.KeyOf(result.Groups[pair.Other])))],
            [.. persons.Merges.Where(merge => persons.AreOne(merge.One.Key, merge.Other.Key) && personOf[merge.One.Key] != personOf[merge.Other.Key])]);
    }
}
