using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Reviews;

/// <summary>Matches with an exclusion list that stand in the list's newest word, each with what was decided about it.</summary>
internal static class ExclusionReviews
{
    public const string Prefix = "exclusion/";

    public static readonly IReadOnlyList<string> Choices = [EnumWords.Of(VerificationOutcome.Clear), EnumWords.Of(VerificationOutcome.Excluded)];

    private const string DecisionAbout = Verification.Decision + "/";

    public static async Task<IEnumerable<Review>> ReadAsync(DirectoryContext context, CancellationToken cancellationToken) =>
        (await MatchedPerson.ReadAsync(context, cancellationToken))
            .SelectMany(person => ExclusionAnswer.Of(person.Group, person.Ledger).Where(answer => answer.Said.Outcome != VerificationOutcome.Clear).Select(answer => Of(person, answer)))

            // Where two people have a key in common, a match waits until it is judged for both.
            .GroupBy(review => review.Id, StringComparer.Ordinal).Select(reviews => reviews.FirstOrDefault(review => review.Decision is null) ?? reviews.First());

    /// <summary>Whom a decision is about, and the reference under which the ledger keeps it; null for what is no such id.</summary>
    public static (SubjectKey Subject, string Reference)? Parse(string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal) || id.LastIndexOf('/') is var last && last <= Prefix.Length)
            return null;
        var key = id[(last + 1)..];
        return SubjectKey.TryParse(id[Prefix.Length..last], out var subject)
            ? (subject, key.Length == 0 ? Verification.Decision : $"{DecisionAbout}{key}") : null;
    }

    private static Review Of(MatchedPerson person, ExclusionAnswer answer) => new()
    {
        Id = $"{Prefix}{answer.Said.Subject.Key}/{answer.Said.Reference}",
        Kind = answer.Said.Outcome == VerificationOutcome.Excluded ? ReviewKind.Exclusion : ReviewKind.PossibleExclusion,
        Therapist = person.Therapist,
        Name = person.Name,
        Finding = answer.Said.Note is { } note ? $"{answer.Said.Source}: {note}" : answer.Said.Source,
        FoundOn = answer.Said.CheckedOn,
        Decision = answer.Decision is { } decision ? new ReviewDecision(EnumWords.Of(decision.Outcome), decision.Note ?? "", decision.CheckedOn) : null,
        Choices = Choices,
    };
}
