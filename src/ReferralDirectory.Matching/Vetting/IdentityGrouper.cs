using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting.Linkage;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// Joins source records of the same person: on NPI, else on state and normalised number of a licence that is not of another profession,
/// else because it was decided. A person's word stands before everything; a run of linkage joins only who fits even now.
/// </summary>
public static class IdentityGrouper
{
    /// <summary>The keys under which a record can be joined, and under which the ledger may speak of it (its member key included).</summary>
    public static IEnumerable<SubjectKey> KeysOf(SourceRecord record) => JoiningKeysOf(record).Append(SubjectKey.OfMember(record.Organization, record.MemberKey));

    /// <summary>
    /// Licences of other professions, whose numbers join nobody: the ledger speaks of massage licences. Discipline under them is looked at
    /// all the same, so that no title hides it.
    /// </summary>
    public static IEnumerable<SubjectKey> WatchedKeysOf(SourceRecord record) =>
        record.Licences.Where(licence => licence.IsOfAnotherProfession).Select(licence => SubjectKey.Of(licence.Key));

    /// <summary>
    /// Every record in exactly one group. Clearly different names under one key stay apart, and so do different NPIs under one licence;
    /// both groups are then in conflict. The order of the records does not matter.
    /// </summary>
    /// <param name="records">Of one person each.</param>
    /// <param name="decisions">Which records are one person, or are not, by somebody's decision; those about other records do nothing.</param>
    public static ImmutableArray<IdentityGroup> Group(IReadOnlyCollection<SourceRecord> records, IReadOnlyCollection<LinkDecision>? decisions = null)
    {
        var decided = LinkDecisions.Of(decisions ?? []);
        var persons = records.OrderBy(record => record.Organization).ThenBy(record => record.MemberKey, StringComparer.Ordinal)
            .Select(record => new Person(record, decided)).ToArray();
        JoinByDecision(persons, decided, LinkAuthority.Person);
        var holdersByKey = persons
            .SelectMany(person => JoiningKeysOf(person.First).Distinct().Select(key => (key, person)))
            .GroupBy(pair => pair.key, pair => pair.person)
            .OrderBy(holders => IsLicence(holders.Key)).ThenBy(holders => holders.Key.Key, StringComparer.Ordinal)
            .Select(holders => (holders.Key, Holders: holders.ToArray()))
            .Where(bucket => bucket.Holders.Length > 1)
            .ToArray();
        foreach (var (_, holders) in holdersByKey)
            JoinWhoFits(holders);
        JoinByDecision(persons, decided, LinkAuthority.Automatic);
        foreach (var (key, holders) in holdersByKey)
            NoteConflict(key, holders);
        return [.. persons.Where(person => person.JoinedTo is null).Select(person => person.ToGroup())];
    }

    private static void JoinByDecision(Person[] persons, LinkDecisions decided, LinkAuthority authority)
    {
        if (!decided.Any)
            return;
        var byMember = persons.ToDictionary(person => LinkDecisions.KeyOf(person.First), StringComparer.Ordinal);
        foreach (var decision in decided.Merges.Where(decision => decision.Authority == authority))
        {
            if (!byMember.TryGetValue(decision.One.Key, out var one) || !byMember.TryGetValue(decision.Other.Key, out var other) || one.Whole == other.Whole)
                continue;
            if (authority == LinkAuthority.Person ? one.Whole.MayJoin(other.Whole) : one.Whole.Fits(other.Whole))
                one.Whole.JoinTo(other.Whole, asOneName: authority == LinkAuthority.Person);
        }
    }

    private static IEnumerable<SubjectKey> JoiningKeysOf(SourceRecord record)
    {
        if (record.Npi is { } npi)
            yield return SubjectKey.Of(npi);
        foreach (var licence in record.Licences.Where(licence => !licence.IsOfAnotherProfession))
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
    private sealed class Person(SourceRecord first, LinkDecisions decided)
    {
        /// <summary>Records that a person's decision made one stand together, under all their names.</summary>
        private readonly List<SourceRecord[]> units = [[first]];

        public SourceRecord First { get; } = first;

        public List<SubjectKey> Contested { get; } = [];

        public Person? JoinedTo { get; private set; }

        public Person Whole => JoinedTo?.Whole ?? this;

        private IEnumerable<SourceRecord> Records => units.SelectMany(unit => unit);

        public bool Fits(Person other) => units.TrueForAll(mine => other.units.TrueForAll(theirs => Fit(mine, theirs))) && MayJoin(other);

        /// <summary>No decision keeps any two of them apart.</summary>
        public bool MayJoin(Person other) => !decided.Any || Records.All(mine => other.Records.All(theirs => !decided.KeepApart(mine, theirs)));

        public void JoinTo(Person other, bool asOneName = false)
        {
            JoinedTo = other;
            other.units.AddRange(units);
            if (!asOneName)
                return;
            SourceRecord[] all = [.. other.Records];
            other.units.Clear();
            other.units.Add(all);
        }

        public IdentityGroup ToGroup() => new(
            [.. Records.OrderBy(record => record.Organization).ThenBy(record => record.MemberKey, StringComparer.Ordinal)], InConflict: Contested.Count > 0)
        {
            ContestedKeys = [.. Contested],
        };

        private static bool Fit(SourceRecord[] ones, SourceRecord[] others) =>
            HaveNoOtherNpi(ones, others) && ones.Any(one => others.Any(other => !NameComparison.AreClearlyDifferent(one.Name, other.Name)));

        private static bool HaveNoOtherNpi(SourceRecord[] ones, SourceRecord[] others) =>
            Array.TrueForAll(ones, one => one.Npi is null) || Array.TrueForAll(others, other => other.Npi is null)
            || ones.Any(one => one.Npi is not null && others.Any(other => one.Npi == other.Npi));
    }
}
