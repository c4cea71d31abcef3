using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Joins source records of the same person: on NPI, else on state and normalised licence number.</summary>
public static class IdentityGrouper
{
    /// <summary>The keys under which a record can be joined, and under which the ledger may speak of it (its member key included).</summary>
    public static IEnumerable<SubjectKey> KeysOf(SourceRecord record) => JoiningKeysOf(record).Append(SubjectKey.OfMember(record.Organization, record.MemberKey));

    /// <summary>
    /// Every record in exactly one group. Clearly different names under one key stay apart, and so do different NPIs under one licence;
    /// both groups are then in conflict. The order of the records does not matter.
    /// </summary>
    public static ImmutableArray<IdentityGroup> Group(IReadOnlyCollection<SourceRecord> records)
    {
        var persons = records.OrderBy(record => record.Organization).ThenBy(record => record.MemberKey, StringComparer.Ordinal)
            .Select(record => new Person(record)).ToArray();
        var holdersByKey = persons
            .SelectMany(person => JoiningKeysOf(person.Records[0]).Distinct().Select(key => (key, person)))
            .GroupBy(pair => pair.key, pair => pair.person)
            .OrderBy(holders => IsLicence(holders.Key)).ThenBy(holders => holders.Key.Key, StringComparer.Ordinal)
            .Select(holders => (holders.Key, Holders: holders.ToArray()))
            .Where(bucket => bucket.Holders.Length > 1)
            .ToArray();
        foreach (var (_, holders) in holdersByKey)
            JoinWhoFits(holders);
        foreach (var (key, holders) in holdersByKey)
            NoteConflict(key, holders);
        return [.. persons.Where(person => person.JoinedTo is null).Select(person => person.ToGroup())];
    }

    private static IEnumerable<SubjectKey> JoiningKeysOf(SourceRecord record)
    {
        if (record.Npi is { } npi)
            yield return SubjectKey.Of(npi);
        foreach (var licence in record.Licences)
            yield return SubjectKey.Of(licence.Key);
    }

    private static bool IsLicence(SubjectKey key) => key.Key.StartsWith("licence:", StringComparison.Ordinal);

    private static void JoinWhoFits(Person[] holders)
    {
        var apart = new List<Person>();
        foreach (var person in holders.Select(holder => holder.Whole).Distinct())
        {
            if (apart.Find(person.Fits) is { } same)
                person.JoinTo(same);
            else
                apart.Add(person);
        }
    }

    private static void NoteConflict(SubjectKey key, Person[] holders)
    {
        var persons = holders.Select(holder => holder.Whole).Distinct().ToArray();
        if (persons.Length == 1)
            return;
        foreach (var person in persons)
            person.Contested.Add(key);
    }

    /// <summary>Records joined so far; one that was joined to another points to it.</summary>
    private sealed class Person(SourceRecord first)
    {
        public List<SourceRecord> Records { get; } = [first];

        public List<SubjectKey> Contested { get; } = [];

        public Person? JoinedTo { get; private set; }

        public Person Whole => JoinedTo?.Whole ?? this;

        public bool Fits(Person other) => Records.TrueForAll(mine => other.Records.TrueForAll(theirs =>
            (mine.Npi is null || theirs.Npi is null || mine.Npi == theirs.Npi) && !NameComparison.AreClearlyDifferent(mine.Name, theirs.Name)));

        public void JoinTo(Person other)
        {
            JoinedTo = other;
            other.Records.AddRange(Records);
        }

        public IdentityGroup ToGroup() => new(
            [.. Records.OrderBy(record => record.Organization).ThenBy(record => record.MemberKey, StringComparer.Ordinal)], InConflict: Contested.Count > 0)
        {
            ContestedKeys = [.. Contested],
        };
    }
}
