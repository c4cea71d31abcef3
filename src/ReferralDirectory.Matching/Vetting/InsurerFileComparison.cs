using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// An insurer's newer file beside what its older ones said of the same subject: which entries follow for the ledger. With those in it,
/// nothing more follows.
/// </summary>
public sealed class InsurerFileComparison
{
    private readonly Dictionary<Key, Verification> newest;
    private readonly IReadOnlyCollection<Verification> said;
    private readonly DateOnly asOf;

    /// <param name="held">The ledger's entries about the subject by the file's source, in any order.</param>
    /// <param name="said">What the newer file says of the same person, by whatever key; nothing when it does not name the person.</param>
    /// <param name="asOf">The newer file's day.</param>
    public InsurerFileComparison(IEnumerable<Verification> held, IReadOnlyCollection<Verification> said, DateOnly asOf)
    {
        newest = held.GroupBy(Key.Of).ToDictionary(entries => entries.Key, Newest);
        (this.said, this.asOf) = (said, asOf);
    }

    /// <summary>The file says "in", but one of its own day or a later one did not name the subject: on one day "out" holds.</summary>
    public bool StaysOut => said.Any(entry => IsContract(entry)
        && newest.GetValueOrDefault(Key.Of(entry)) is { Outcome: VerificationOutcome.OutOfNetwork } word && word.CheckedOn >= asOf);

    /// <summary>
    /// Files repeat old days of change. What contradicts a word that is as new or newer was said on the day of the file all the same, and with
    /// it all that the file says of the subject.
    /// </summary>
    public IEnumerable<Verification> SaidAnew() =>
        said.Any(entry => newest.GetValueOrDefault(Key.Of(entry)) is { } word && word.CheckedOn >= entry.CheckedOn && !SaysTheSame(word, entry))
            ? said.Where(entry => entry.CheckedOn < asOf).Select(entry => entry with { CheckedOn = asOf })
            : [];

    /// <summary>
    /// For a whole file: what it no longer names is out. Where that would deny what the file still says of another place or network, the
    /// older word ends instead.
    /// </summary>
    public IEnumerable<Verification> NoLongerNamed()
    {
        var contracts = said.Where(IsContract).ToList();
        var named = said.Select(Key.Of).ToHashSet();
        foreach (var (key, entry) in newest.OrderBy(pair => pair.Key.Reference, StringComparer.Ordinal).ThenBy(pair => pair.Key.Zip?.Value, StringComparer.Ordinal))
        {
            if (!IsContract(entry) || named.Contains(key))
                continue;
            if (!contracts.Exists(contract => Overlap(contract, entry)))
                yield return Gone(entry) with { Outcome = VerificationOutcome.OutOfNetwork, ValidFrom = null, ValidUntil = null };
            else if (entry.ValidUntil is not { } end || end >= asOf)
                yield return Gone(entry) with { ValidFrom = entry.ValidFrom ?? entry.CheckedOn, ValidUntil = asOf.AddDays(-1) };
        }
    }

    private static bool IsContract(Verification entry) => entry is { Aspect: VerificationAspect.Network, Outcome: VerificationOutcome.InNetwork };

    /// <summary>As resolution takes them: on one day the stricter word holds.</summary>
    private static Verification Newest(IEnumerable<Verification> entries) => entries
        .OrderByDescending(entry => entry.CheckedOn)
        .ThenBy(entry => entry.Outcome switch { VerificationOutcome.InNetwork or VerificationOutcome.Yes => 2, VerificationOutcome.Partly => 1, _ => 0 })
        .ThenBy(entry => entry.ValidUntil ?? DateOnly.MaxValue)
        .First();

    private static bool SaysTheSame(Verification one, Verification other) =>
        one.Outcome == other.Outcome && one.ValidFrom == other.ValidFrom && one.ValidUntil == other.ValidUntil;

    private static bool Overlap(Verification one, Verification other) =>
        (one.Subject.Zip is null || other.Subject.Zip is null || one.Subject.Zip == other.Subject.Zip)
        && (one.Reference == other.Reference || IsInsurerWide(one) || IsInsurerWide(other));

    private static bool IsInsurerWide(Verification entry) => !entry.Reference.Contains('/', StringComparison.Ordinal);

    private Verification Gone(Verification entry) => entry with { CheckedOn = asOf, Note = "The insurer's file no longer names it." };

    /// <summary>What an entry is about; the newest of each holds.</summary>
    private readonly record struct Key(ZipCode? Zip, VerificationAspect Aspect, string Reference)
    {
        public static Key Of(Verification entry) => new(entry.Subject.Zip, entry.Aspect, entry.Reference);
    }
}
