using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// Compares source records with an exclusion list. Exact, by NPI or by name, birth date and state: excluded. By name and state alone:
/// possible, until a person decides; so is a birth date that may be mistyped. A business has no person's name and can only be met by its NPI. Thread-safe.
/// </summary>
public sealed class ExclusionScreening
{
    private const string AnyState = "";

    private readonly Dictionary<string, ExclusionListEntry> byKey;
    private readonly ILookup<Npi, ExclusionListEntry> byNpi;
    private readonly Dictionary<string, Lazy<NameForms<ExclusionListEntry>>> namesByState;

    /// <param name="entries">The list as it stands.</param>
    public ExclusionScreening(IReadOnlyCollection<ExclusionListEntry> entries)
    {
        byKey = entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        byNpi = entries.Where(entry => entry.Npi is not null).ToLookup(entry => entry.Npi!.Value);

        // Most imports are about people of a few states.
        namesByState = entries.Where(entry => entry.Name is not null).GroupBy(entry => entry.State?.PostalCode ?? AnyState, StringComparer.Ordinal)
            .ToDictionary(state => state.Key, state => new Lazy<NameForms<ExclusionListEntry>>(() => new(state, entry => entry.Name!)), StringComparer.Ordinal);
    }

    /// <summary>How a record is met by the list: nothing at all, or once for each entry of it. The worst comes first.</summary>
    /// <param name="record">As it is now.</param>
    /// <param name="foundBefore">
    /// Keys of entries that met the record as it was: while they are listed, a person decides whether the change ends the match.
    /// </param>
    public ImmutableArray<ExclusionMatch> Matches(SourceRecord record, IReadOnlyCollection<string> foundBefore)
    {
        PersonName[] names = record.OtherName is { } other ? [Cut(record.Name), Cut(other)] : [Cut(record.Name)];
        var candidates = StatesOf(record).Select(state => state.PostalCode).Append(AnyState).Distinct(StringComparer.Ordinal)
            .Select(namesByState.GetValueOrDefault).OfType<Lazy<NameForms<ExclusionListEntry>>>().SelectMany(state => names.SelectMany(state.Value.Near));
        if (record.Npi is { } npi)
            candidates = candidates.Concat(byNpi[npi]);
        candidates = candidates.Concat(foundBefore.Select(byKey.GetValueOrDefault).OfType<ExclusionListEntry>());
        return
        [
            .. candidates.Distinct().Select(entry => new ExclusionMatch(entry, KindNowOrBefore(entry))).Where(match => match.Kind != ExclusionMatchKind.None)
                .OrderBy(match => match.Kind).ThenBy(match => match.Entry.Key, StringComparer.Ordinal),
        ];

        ExclusionMatchKind KindNowOrBefore(ExclusionListEntry entry) => KindOf(record, names, entry) switch
        {
            ExclusionMatchKind.None when foundBefore.Contains(entry.Key) => ExclusionMatchKind.FoundBefore,
            var kind => kind,
        };
    }

    private static ExclusionMatchKind KindOf(SourceRecord record, PersonName[] names, ExclusionListEntry entry)
    {
        if (entry.Npi is not null && entry.Npi == record.Npi)
            return ExclusionMatchKind.Npi;
        if (entry.Name is not { } listed || !IsOfState(record, entry.State) || !Array.Exists(names, name => NameComparison.AreAlike(name, listed)))
            return ExclusionMatchKind.None;
        if (record.BirthDate is not { } born || entry.BirthDate is not { } listedAsBorn)
            return ExclusionMatchKind.NameAndState;
        if (born == listedAsBorn)
            return ExclusionMatchKind.NameBirthDateAndState;
        return BirthDates.MayBeOne(born, listedAsBorn) ? ExclusionMatchKind.NameAndState : ExclusionMatchKind.None;
    }

    /// <summary>An entry without a state may be of any.</summary>
    private static bool IsOfState(SourceRecord record, StateCode? state) => state is not { } listed || StatesOf(record).Contains(listed);

    private static IEnumerable<StateCode> StatesOf(SourceRecord record) => record.Places.Select(place => place.Address.State).Concat(record.Licences.Select(licence => licence.State));

    private static PersonName Cut(PersonName name) =>
        name with { Family = Cut(name.Family, ExclusionListEntry.FamilyLength), Given = Cut(name.Given, ExclusionListEntry.GivenLength) };

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..length];
}

/// <summary>That an entry of an exclusion list may be the person of a record.</summary>
public sealed record ExclusionMatch(ExclusionListEntry Entry, ExclusionMatchKind Kind)
{
    /// <summary>Exact matches exclude at once; the others wait for a person.</summary>
    public VerificationOutcome Outcome =>
        Kind is ExclusionMatchKind.Npi or ExclusionMatchKind.NameBirthDateAndState ? VerificationOutcome.Excluded : VerificationOutcome.PossibleMatch;
}

/// <summary>What agrees, the most telling first.</summary>
public enum ExclusionMatchKind { Npi, NameBirthDateAndState, NameAndState, FoundBefore, None }
