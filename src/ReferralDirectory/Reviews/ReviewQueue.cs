using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store;

namespace ReferralDirectory.Reviews;

/// <summary>What waits for a person, computed from ledger and therapists: nothing is queued that could be forgotten.</summary>
internal sealed class ReviewQueue(IDbContextFactory<DirectoryContext> contexts, TimeProvider time)
{
    /// <summary>What is overdue comes first.</summary>
    /// <param name="withDecided">Also what was decided, so that it can be decided anew.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Review>> ReadAsync(bool withDecided, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // One state of the store for all questions.
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = context.Connection.BeginTransaction(deferred: true);
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        var reviews = new List<Review>();
        reviews.AddRange(await ExclusionReviews.ReadAsync(context, cancellationToken));
        reviews.AddRange(await LinkReviews.ReadAsync(context, cancellationToken));
        reviews.AddRange(await ConflictReviews.ReadAsync(context, cancellationToken));
        reviews.AddRange(await ReportReviews.ReadAsync(context, cancellationToken));
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        return [.. reviews.Where(review => withDecided || review.Decision is null).OrderBy(review => !review.IsOverdue(today)).ThenBy(review => review.Kind).ThenBy(review => review.FoundOn).ThenBy(review => review.Id, StringComparer.Ordinal)];
    }
}
