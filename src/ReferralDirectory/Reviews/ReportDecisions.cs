using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Reviews;

/// <summary>
/// Answers reports: the ledger gets what the operator found out about the fact, and all reports of the review the answer. Both end a
/// dispute, since a fact that was confirmed or taken back is not in doubt.
/// </summary>
internal sealed class ReportDecisions(LedgerWriter ledger, IDbContextFactory<DirectoryContext> contexts, TimeProvider time)
{
    /// <param name="id">The first report of the review.</param>
    /// <param name="answer">Which of the two is right.</param>
    /// <param name="reason">Who decided, and why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task DecideAsync(ReportId id, ReportAnswer answer, string reason, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var decided = await context.Reports.AsNoTracking().SingleAsync(row => row.Id == id.Value, cancellationToken);
        var ofTherapist = await context.Reports.AsNoTracking().Where(row => row.TherapistId == decided.TherapistId).ToListAsync(cancellationToken);
        long[] together = [.. ofTherapist.Where(row => ReportReviews.Together(row) == ReportReviews.Together(decided)).Select(row => row.Id)];
        var entry = await EntryAsync(context, ReportMatter.Of(decided), answer, reason, today, cancellationToken);
        await ledger.AppendAsync(
            entry is null ? [] : [entry], ReviewDecisions.Operator,
            along: store => store.Reports.Where(row => EF.Parameter(together).Contains(row.Id)).ExecuteUpdate(set => set
                .SetProperty(row => row.Answer, answer)
                .SetProperty(row => row.AnsweredOn, today)
                .SetProperty(row => row.AnswerReason, reason)
                .SetProperty(row => row.Reporter, (string?)null)),
            cancellationToken);
    }

    /// <summary>Null where the ledger has nothing to say: the report is about none of the facts, or its therapist is not on file any more.</summary>
    private static async Task<Verification?> EntryAsync(
        DirectoryContext context, ReportMatter matter, ReportAnswer answer, string reason, DateOnly today, CancellationToken cancellationToken)
    {
        if (matter.Aspect is not { } aspect || await SubjectKeys.OfAsync(context, matter.Therapist, matter.Zip, cancellationToken) is not { } subject)
            return null;
        return new Verification
        {
            Subject = subject,
            Aspect = aspect,
            Reference = matter.Reference,
            Source = ReviewDecisions.Operator.Name,
            Method = FactMethod.Organization,
            CheckedBy = ReviewDecisions.Operator.Id,
            CheckedOn = today,
            Outcome = OutcomeOf(aspect, answer),
            Note = reason,
            Sequence = await SubjectKeys.NextSequenceAsync(context, subject, aspect, cancellationToken),
        };
    }

    private static VerificationOutcome OutcomeOf(VerificationAspect aspect, ReportAnswer answer) => (aspect, answer) switch
    {
        (VerificationAspect.Accepting, ReportAnswer.Upheld) => VerificationOutcome.No,
        (VerificationAspect.Accepting, _) => VerificationOutcome.Yes,
        (VerificationAspect.Network, ReportAnswer.Upheld) => VerificationOutcome.OutOfNetwork,
        (VerificationAspect.Network, _) => VerificationOutcome.InNetwork,
        (_, ReportAnswer.Upheld) => VerificationOutcome.Refuted,
        _ => VerificationOutcome.Confirmed,
    };
}
