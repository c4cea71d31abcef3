using System.Globalization;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Keeps decisions about which records are one person, and resolves whoever they join or part, in one transaction.</summary>
internal sealed class LinkWriter(WriteGate gate, StagingAreas stagings)
{
    /// <param name="decisions">To be added; their ids are given here.</param>
    /// <param name="reviews">In place of those of the last run; null: they stay.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many therapists differ, those that are no longer anyone included.</returns>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task<int> AppendAsync(IReadOnlyCollection<LinkDecisionRow> decisions, IReadOnlyCollection<LinkReviewRow>? reviews, CancellationToken cancellationToken)
    {
        using var area = stagings.Open();
        StagedFacts.None(area);

        // Whom decisions reach is asked of the store: they go in first.
        return await gate.PublishAsync(area, (unit, token) => Prepare(unit, decisions, reviews, token), holdOthers: true, cancellationToken);
    }

    private static Prepared<int> Prepare(
        WriteUnit unit, IReadOnlyCollection<LinkDecisionRow> decisions, IReadOnlyCollection<LinkReviewRow>? reviews, CancellationToken cancellationToken)
    {
        var context = unit.Context;
        var last = context.Ask<long>($"SELECT COALESCE(MAX(\"Id\"), 0) FROM main.\"LinkDecisions\"").Single();
        using (var inserter = new RowInserter<LinkDecisionRow>(context))
            inserter.Insert(decisions.Select((row, number) => row with { Id = last + number + 1 }));
        if (reviews is not null)
        {
            context.Run("DELETE FROM main.\"LinkReviews\"");
            using var inserter = new RowInserter<LinkReviewRow>(context);
            inserter.Insert(reviews);
        }

        context.Run(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO staging.Touched SELECT "OneKey" FROM main."LinkDecisions" WHERE "Id" > {last};
            INSERT INTO staging.Touched SELECT "OtherKey" FROM main."LinkDecisions" WHERE "Id" > {last};
            """));
        var publisher = new TherapistPublisher(unit);
        var differing = publisher.Prepare(formerTherapists: [], progress: null, cancellationToken);
        return new Prepared<int>(differing, () => publisher.Publish(firstImport: 0));
    }
}
