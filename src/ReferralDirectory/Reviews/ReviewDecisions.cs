using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reviews;

/// <summary>Keeps what a person decided, with the reason. A later decision about the same takes its place.</summary>
internal sealed class ReviewDecisions(ReviewQueue queue, ReportDecisions reports, LedgerWriter ledger, LinkWriter links, IDbContextFactory<DirectoryContext> contexts, TimeProvider time)
{
    private const int LongestReason = 4_000;

    /// <param name="id">Of the review.</param>
    /// <param name="outcome">One of its choices.</param>
    /// <param name="reason">Who decided, and why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when it is decided, else what is wrong.</returns>
    public async Task<string?> DecideAsync(string id, string outcome, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            return $"--reason: say who decided and why, in at most {LongestReason} characters.";
        if ((await queue.ReadAsync(withDecided: true, cancellationToken)).FirstOrDefault(review => review.IsNamed(id)) is not { } review)
            return $"There is no review {id}: `reviews list` names those that wait, `reviews list --all` also those that were decided.";
        if (!review.Choices.Contains(outcome))
            return review.Choices.Count == 0 ? $"{id} is not for deciding: {review.Finding}" : $"--outcome: write one of {string.Join(", ", review.Choices)}.";
        if (LinkReviews.Parse(id) is var (one, other))
            await LinkAsync(one, other, outcome, reason.Trim(), cancellationToken);
        else if (ExclusionReviews.Parse(id) is var (subject, reference))
            await JudgeExclusionAsync(subject, reference, outcome, reason.Trim(), cancellationToken);
        else if (ReportReviews.Parse(id) is { } report)
            await reports.DecideAsync(report, Word<ReportAnswer>(outcome), reason.Trim(), cancellationToken);
        else
            throw new InvalidOperationException($"{id} has choices and nobody who takes them.");
        return null;
    }

    private async Task LinkAsync(string one, string other, string outcome, string reason, CancellationToken cancellationToken) => await links.AppendAsync(
        new LinkDecisionRow
        {
            Id = 0,
            OneKey = one,
            OtherKey = other,
            Verdict = Word<LinkVerdict>(outcome),
            Authority = LinkAuthority.Person,
            DecidedAt = time.GetUtcNow(),
            DecidedBy = Registers.Operator.Name,
            Note = reason,
        },
        cancellationToken);

    private async Task JudgeExclusionAsync(SubjectKey subject, string reference, string outcome, string reason, CancellationToken cancellationToken) => await ledger.AppendAsync(
        [
            new Verification
            {
                Subject = subject,
                Aspect = VerificationAspect.Exclusion,
                Reference = reference,
                Source = Registers.Operator.Name,
                Method = FactMethod.Organization,
                CheckedBy = Registers.Operator.Id,
                CheckedOn = DateOnly.FromDateTime(time.GetLocalNow().DateTime),
                Outcome = Word<VerificationOutcome>(outcome),
                Note = reason,
                Sequence = await NextSequenceAsync(subject, cancellationToken),
            },
        ],
        Registers.Operator, along: null, cancellationToken);

    private static T Word<T>(string choice)
        where T : struct, Enum => EnumWords.TryParse<T>(choice, out var word) ? word : throw new InvalidOperationException($"{choice} is a choice without a meaning.");

    private async Task<int> NextSequenceAsync(SubjectKey subject, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await SubjectKeys.NextSequenceAsync(context, subject, VerificationAspect.Exclusion, cancellationToken);
    }
}
