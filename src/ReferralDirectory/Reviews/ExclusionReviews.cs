using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reviews;

/// <summary>Matches with an exclusion list that stand in the list's newest word, each with what was decided about it.</summary>
internal static class ExclusionReviews
{
    public const string Prefix = "exclusion/";

    public static readonly IReadOnlyList<string> Choices = [EnumWords.Of(VerificationOutcome.Clear), EnumWords.Of(VerificationOutcome.Excluded)];

    public static async Task<IEnumerable<Review>> ReadAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        var exclusions = context.Ledger.AsNoTracking().Where(row => row.Aspect == VerificationAspect.Exclusion);
        var found = exclusions.Where(row => row.Outcome == VerificationOutcome.PossibleMatch || row.Outcome == VerificationOutcome.Excluded);
        var rows = await exclusions.Where(row => found.Select(match => match.SubjectKey).Contains(row.SubjectKey)).ToListAsync(cancellationToken);
        var decisions = rows.Where(IsDecision).ToLookup(row => row.SubjectKey, LedgerMapping.ToVerification, StringComparer.Ordinal);
        var matches = rows.Where(row => !IsDecision(row)).GroupBy(row => (row.SubjectKey, row.Source, row.CheckedBy)).SelectMany(NewestWord).ToList();
        var subjects = matches.Select(row => row.SubjectKey).Distinct(StringComparer.Ordinal).ToArray();
        var people = await context.RecordKeys.Where(key => EF.Parameter(subjects).Contains(key.Key))
            .Join(context.SourceRecords, key => key.RecordId, record => record.Id, (key, record) => new { key.Key, record.TherapistId })
            .Join(context.Therapists, pair => pair.TherapistId, therapist => therapist.Id, (pair, therapist) => new { pair.Key, therapist.Id, therapist.Given, therapist.Family })
            .ToListAsync(cancellationToken);
        var listed = await ListedAsync(context, matches, cancellationToken);
        var ids = people.Select(person => (long?)person.Id).Distinct().ToArray();
        var onFile = (await context.SourceRecords.AsNoTracking().Where(record => EF.Parameter(ids).Contains(record.TherapistId)).OrderBy(record => record.Id).ToListAsync(cancellationToken))
            .ToLookup(record => record.TherapistId, record => Particulars.Of(StoreJson.Read<SourceRecord>(record.Payload)));
        var byKey = people.ToLookup(person => person.Key, StringComparer.Ordinal);
        return matches.Select(match =>
        {
            var person = byKey[match.SubjectKey].FirstOrDefault();
            return new Review
            {
                Id = IdOf(match),
                Kind = match.Outcome == VerificationOutcome.Excluded ? ReviewKind.Exclusion : ReviewKind.PossibleExclusion,
                Therapist = person is null ? null : new TherapistId(person.Id),
                Name = person is null ? "" : $"{person.Given} {person.Family}",
                Finding = Finding(match),
                FoundOn = match.CheckedOn,
                Decision = DecisionOf(match, decisions[match.SubjectKey]),
                Listed = listed.GetValueOrDefault(match.Reference) is { } entry ? Particulars.Of(entry, match.Source) : null,
                OnFile = [.. onFile[person?.Id]],
                Choices = ExclusionDecisions.MayBeDecided(LedgerMapping.ToVerification(match)) ? Choices : [],
            };
        });
    }

    private static async Task<Dictionary<string, ExclusionListRow>> ListedAsync(DirectoryContext context, List<LedgerRow> matches, CancellationToken cancellationToken)
    {
        var entries = matches.Select(match => match.Reference).Distinct(StringComparer.Ordinal).ToArray();
        return await context.ExclusionList.AsNoTracking().Where(row => EF.Parameter(entries).Contains(row.Key)).ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Whom a decision is about, and the reference under which the ledger keeps it; null for what is no such id.</summary>
    public static (SubjectKey Subject, string Reference)? Parse(string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal) || id.LastIndexOf('/') is var last && last <= Prefix.Length)
            return null;
        return SubjectKey.TryParse(id[Prefix.Length..last], out var subject) ? (subject, $"{Verification.Decision}{id[last..]}") : null;
    }

    private static string IdOf(LedgerRow match) =>
        $"{Prefix}{match.SubjectKey}{ExclusionDecisions.ReferenceOf(LedgerMapping.ToVerification(match))[Verification.Decision.Length..]}";

    private static string Finding(LedgerRow match)
    {
        var finding = match.Note is null ? match.Source : $"{match.Source}: {match.Note}";
        return ExclusionDecisions.MayBeDecided(LedgerMapping.ToVerification(match)) ? finding
            : $"{finding}. No decision lifts what {match.CheckedBy} confirmed: import its newer \"clear\" of {match.Source} about {match.SubjectKey} (--format verifications --organization {match.CheckedBy}).";
    }

    private static bool IsDecision(LedgerRow row) => ExclusionDecisions.IsDecision(LedgerMapping.ToVerification(row));

    /// <summary>
    /// The matches of a list's newest word about a subject; those that name no entry stay until they are decided. Of two with one entry on one
    /// day, because the record changed, the exact one.
    /// </summary>
    private static IEnumerable<LedgerRow> NewestWord(IEnumerable<LedgerRow> rows)
    {
        var newest = rows.Max(row => row.CheckedOn);
        var matches = rows.Where(row => row.Outcome != VerificationOutcome.Clear && (row.CheckedOn == newest || row is { Outcome: VerificationOutcome.PossibleMatch, Reference: "" })).ToList();
        return matches.Where(row => row.Outcome == VerificationOutcome.Excluded || !matches.Exists(other => other.Outcome == VerificationOutcome.Excluded && other.Reference == row.Reference))
            .DistinctBy(IdOf);
    }

    private static ReviewDecision? DecisionOf(LedgerRow match, IEnumerable<Verification> decisions)
    {
        var newestFirst = decisions.Where(ExclusionDecisions.Counts).OrderByDescending(decision => decision.CheckedOn).ThenByDescending(decision => decision.Sequence ?? 0).ToList();
        return ExclusionDecisions.About(LedgerMapping.ToVerification(match), newestFirst) is { } decision
            ? new ReviewDecision(EnumWords.Of(decision.Outcome), decision.Note ?? "", decision.CheckedOn) : null;
    }
}
