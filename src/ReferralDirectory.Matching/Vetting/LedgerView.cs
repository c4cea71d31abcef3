using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// The ledger entries that count for one person, the newest first. On one day the later decision comes first, else the stricter outcome. A
/// good outcome counts only under a key that no one else uses, only when its source does not name somebody else (of a licence, by half a
/// name), and only by a method that can prove it; a bad one always counts. Of a licence that no record gives, a good word must name the person.
/// </summary>
internal sealed class LedgerView
{
    private readonly IdentityGroup group;
    private readonly LedgerSubjects subjects;
    private readonly ILookup<VerificationAspect, Verification> byAspect;

    public LedgerView(IdentityGroup group, IReadOnlyCollection<Verification> ledger)
    {
        this.group = group;
        subjects = LedgerSubjects.Of(group, ledger);
        var own = ledger.Where(entry => subjects.AreOwn(entry.Subject)).ToList();
        IsTakenFromAnother = own.GroupBy(entry => (entry.Subject.Key, entry.Source))
            .Any(entries => entries.Max(entry => entry.CheckedOn) is var newest && entries.Any(entry => entry.CheckedOn == newest && IsForeign(entry)));
        byAspect = NewestFirst(own.Where(Counts)).ToLookup(entry => entry.Aspect);
        Watched = new LedgerView(this, ledger.Where(entry => !subjects.AreOwn(entry.Subject)));
    }

    private LedgerView(LedgerView own, IEnumerable<Verification> watched)
    {
        (group, subjects, Watched) = (own.group, own.subjects, this);
        byAspect = NewestFirst(watched.Where(CountsWhereWatched)).ToLookup(entry => entry.Aspect);
    }

    /// <summary>Does a register know one of the person's keys as a clearly different one's?</summary>
    public bool IsTakenFromAnother { get; }

    /// <summary>
    /// What is said under keys by which the person was once known, or which are another profession's (<see cref="LedgerSubjects"/>): of it
    /// only what endangers patients concerns the person, unless it is said of clearly somebody else or its source has taken it back.
    /// </summary>
    public LedgerView Watched { get; }

    public static IEnumerable<Verification> NewestFirst(IEnumerable<Verification> entries) => entries
        .OrderByDescending(entry => entry.CheckedOn)
        .ThenByDescending(entry => entry.Sequence ?? 0)
        .ThenByDescending(entry => Severity(entry.Outcome))
        .ThenBy(entry => entry.Method)
        .ThenBy(entry => entry.Source, StringComparer.Ordinal)
        .ThenBy(entry => entry.Hours ?? 0)
        .ThenBy(entry => entry.ValidUntil ?? DateOnly.MaxValue)
        .ThenBy(entry => entry.Subject.ToString(), StringComparer.Ordinal);

    public bool Counts(Verification entry) => !IsGood(entry.Outcome)
        || (!group.Contests(entry.Subject) && !NamesAnother(entry) && (entry.SubjectName is not null || subjects.AreStated(entry.Subject)) && Proves(entry));

    /// <summary>Checks and decisions; <see cref="Disputes"/> are neither.</summary>
    public IEnumerable<Verification> Of(VerificationAspect aspect) => byAspect[aspect].Where(entry => entry.Outcome != VerificationOutcome.Disputed);

    public IEnumerable<Verification> Disputes(VerificationAspect aspect) => byAspect[aspect].Where(entry => entry.Outcome == VerificationOutcome.Disputed);

    /// <summary>The newest entry of each reference within an aspect.</summary>
    public IEnumerable<(string Reference, Verification Newest)> NewestByReference(VerificationAspect aspect) => Of(aspect)
        .GroupBy(entry => entry.Reference, StringComparer.Ordinal)
        .OrderBy(entries => entries.Key, StringComparer.Ordinal)
        .Select(entries => (entries.Key, entries.First()));

    public static Provenance ProvenanceOf(Verification entry) => new(entry.Source, entry.Method, entry.CheckedOn);

    private bool NamesAnother(Verification entry) => entry.Aspect == VerificationAspect.Licence
        ? entry.SubjectName is { } name && !group.Records.Any(record => NameComparison.ConfirmEachOther(record.Name, name))
        : NamesClearlyAnother(entry);

    private bool NamesClearlyAnother(Verification entry) =>
        entry.SubjectName is { } name && group.Records.Length > 0 && group.Records.All(record => NameComparison.AreClearlyDifferent(record.Name, name));

    private bool CountsWhereWatched(Verification entry) => IsGood(entry.Outcome) ? !NamesAnother(entry) && Proves(entry) : !NamesClearlyAnother(entry);

    private bool IsForeign(Verification entry) =>
        entry.Method == FactMethod.PrimarySource && !entry.Subject.Key.StartsWith("member:", StringComparison.Ordinal) && NamesAnother(entry);

    private static bool IsGood(VerificationOutcome outcome) => outcome is VerificationOutcome.Confirmed or VerificationOutcome.Active
        or VerificationOutcome.ActiveWithConditions or VerificationOutcome.Interim or VerificationOutcome.Clear or VerificationOutcome.InNetwork
        or VerificationOutcome.Yes or VerificationOutcome.Partly;

    /// <summary>
    /// A licence is proved by its board, and that someone is not excluded by the list itself; papers also by who saw them, and a match by
    /// who judged it, but never by oneself.
    /// </summary>
    private static bool Proves(Verification entry) => entry.Aspect switch
    {
        VerificationAspect.Exclusion when ExclusionDecisions.IsDecision(entry) => ExclusionDecisions.Counts(entry),
        VerificationAspect.Licence or VerificationAspect.Exclusion => entry.Method == FactMethod.PrimarySource,
        VerificationAspect.Certification or VerificationAspect.TrainingHours or VerificationAspect.Training => entry.Method <= FactMethod.Organization,
        _ => true,
    };

    private static int Severity(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Revoked or VerificationOutcome.Excluded => 6,
        VerificationOutcome.Suspended or VerificationOutcome.PossibleMatch => 5,
        VerificationOutcome.Expired or VerificationOutcome.Refuted or VerificationOutcome.OutOfNetwork or VerificationOutcome.No => 4,
        VerificationOutcome.Inactive or VerificationOutcome.ExistingOnly => 3,
        VerificationOutcome.Interim => 2,
        VerificationOutcome.ActiveWithConditions or VerificationOutcome.Partly => 1,
        _ => 0,
    };
}
