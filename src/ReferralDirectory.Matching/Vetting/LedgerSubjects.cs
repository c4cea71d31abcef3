using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// Under which keys the ledger speaks of a person: those that the records give, and the licences that checks under those keys name. Any
/// other key is watched: a record gave it once, or it is a licence of another profession.
/// </summary>
public sealed class LedgerSubjects
{
    private readonly HashSet<string> stated;
    private readonly HashSet<string> named;

    private LedgerSubjects(HashSet<string> stated, HashSet<string> named) => (this.stated, this.named) = (stated, named);

    /// <summary>The entries that may concern a person.</summary>
    /// <param name="records">Of the person.</param>
    /// <param name="formerKeys">Keys that the records gave once.</param>
    /// <param name="ledger">Entries by subject, those about others among them.</param>
    public static IReadOnlyCollection<Verification> EntriesAbout(IReadOnlyCollection<SourceRecord> records, IEnumerable<string> formerKeys, ILookup<string, Verification> ledger)
    {
        if (ledger.Count == 0)
            return [];
        var keys = StatedBy(records).Concat(records.SelectMany(IdentityGrouper.WatchedKeysOf).Select(key => key.Key)).Concat(formerKeys).ToHashSet(StringComparer.Ordinal);
        keys.UnionWith(keys.SelectMany(key => ledger[key]).Select(LicenceNamedBy).OfType<string>().ToList());
        return [.. keys.SelectMany(key => ledger[key])];
    }

    /// <summary>Does a record give the key?</summary>
    internal bool AreStated(SubjectKey subject) => stated.Contains(subject.Key);

    /// <summary>Does a record give the key, or a check name the licence?</summary>
    internal bool AreOwn(SubjectKey subject) => AreStated(subject) || named.Contains(subject.Key);

    /// <param name="group">The records of the person.</param>
    /// <param name="ledger">As <see cref="EntriesAbout"/> answers.</param>
    internal static LedgerSubjects Of(IdentityGroup group, IReadOnlyCollection<Verification> ledger)
    {
        var given = ledger.Count == 0 ? [] : StatedBy(group.Records).ToHashSet(StringComparer.Ordinal);
        return new LedgerSubjects(given, [.. ledger.Where(entry => given.Contains(entry.Subject.Key) && LicenceNamedBy(entry) is not null)
            .GroupBy(entry => (entry.Subject.Key, entry.Reference))
            .Where(entries => LedgerView.NewestFirst(entries).First().Outcome != VerificationOutcome.Refuted)
            .Select(entries => LicenceNamedBy(entries.First())!)]);
    }

    private static IEnumerable<string> StatedBy(IEnumerable<SourceRecord> records) => records.SelectMany(IdentityGrouper.KeysOf).Select(key => key.Key);

    /// <summary>The key of the licence that a check of a person names: <c>npi:2000000010</c> holds <c>US-NY/012345</c>.</summary>
    private static string? LicenceNamedBy(Verification entry) =>
        entry.Aspect == VerificationAspect.Licence && entry.Reference.Length > 0 && LicenceResolution.KeyOf(entry) is { } licence ? SubjectKey.Of(licence).Key : null;
}
