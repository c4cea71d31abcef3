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
        var matches = (await MatchedPerson.ReadAsync(context, cancellationToken)).SelectMany(person => Matches(person).Select(answer => (person, answer))).ToList();
        var entries = matches.Select(match => match.answer.Said.Reference).Distinct(StringComparer.Ordinal).ToArray();
        var listed = await context.ExclusionList.AsNoTracking().Where(row => EF.Parameter(entries).Contains(row.Key))
            .ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancellationToken);
        return matches.Select(match => Of(match.person, match.answer, listed.GetValueOrDefault(match.answer.Said.Reference)))

            // Where two people have a key in common, a match waits until it is judged for both.
            .GroupBy(review => review.Id, StringComparer.Ordinal).Select(reviews => reviews.FirstOrDefault(review => review.Decision is null) ?? reviews.First());
    }

    /// <summary>Whom a decision is about, and the reference under which the ledger keeps it; null for what is no such id.</summary>
    public static (SubjectKey Subject, string Reference)? Parse(string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal) || id.LastIndexOf('/') is var last && last <= Prefix.Length)
            return null;
        return SubjectKey.TryParse(id[Prefix.Length..last], out var subject) ? (subject, $"{Verification.Decision}{id[last..]}") : null;
    }

    /// <summary>Of two with one entry on one day, because the record changed, the exact one.</summary>
    private static IEnumerable<ExclusionAnswer> Matches(MatchedPerson person)
    {
        var matches = ExclusionAnswer.Of(person.Group, person.Ledger).Where(answer => answer.Said.Outcome != VerificationOutcome.Clear).ToList();
        return matches.Where(match => match.Said.Outcome == VerificationOutcome.Excluded || !matches.Exists(other =>
            other.Said.Outcome == VerificationOutcome.Excluded && other.Said.Subject == match.Said.Subject && other.Said.Source == match.Said.Source && other.Said.Reference == match.Said.Reference));
    }

    private static string Finding(Verification match)
    {
        var finding = match.Note is { } note ? $"{match.Source}: {note}" : match.Source;
        return ExclusionDecisions.MayBeDecided(match) ? finding
            : $"{finding}. No decision lifts what {match.CheckedBy} confirmed: import its newer \"clear\" of {match.Source} about {match.Subject} (--format verifications --organization {match.CheckedBy}).";
    }

    private static Review Of(MatchedPerson person, ExclusionAnswer answer, ExclusionListRow? listed) => new()
    {
        Id = $"{Prefix}{answer.Said.Subject.Key}{ExclusionDecisions.ReferenceOf(answer.Said)[Verification.Decision.Length..]}",
        Kind = answer.Said.Outcome == VerificationOutcome.Excluded ? ReviewKind.Exclusion : ReviewKind.PossibleExclusion,
        Therapist = person.Therapist,
        Name = person.Name,
        Finding = Finding(answer.Said),
        FoundOn = answer.Said.CheckedOn,
        Decision = answer.Decision is { } decision ? new ReviewDecision(EnumWords.Of(decision.Outcome), decision.Note ?? "", decision.CheckedOn) : null,
        Listed = listed is null ? null : Particulars.Of(listed, answer.Said.Source),
        OnFile = [.. person.Group.Records.Select(Particulars.Of)],
        Choices = ExclusionDecisions.MayBeDecided(answer.Said) ? Choices : [],
    };
}
