using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Keeps decisions about which records are one person, and resolves whoever they join or part, in one transaction.</summary>
internal sealed class LinkWriter(WriteGate gate, StagingAreas stagings)
{
    /// <param name="decision">A person's; its id is given here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many therapists differ, those that are no longer anyone included.</returns>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public Task<int> AppendAsync(LinkDecisionRow decision, CancellationToken cancellationToken) =>
        PublishAsync(context => Add(context, [decision]), cancellationToken);

    /// <summary>Puts what a run found in the place of what the runs before it found. What says the same stays as it was.</summary>
    /// <param name="merges">The run's; their ids are given here.</param>
    /// <param name="reviews">What it leaves to a person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many therapists differ, those that are no longer anyone included.</returns>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public Task<int> ReplaceAsync(IReadOnlyCollection<LinkDecisionRow> merges, IReadOnlyCollection<LinkReviewRow> reviews, CancellationToken cancellationToken) =>
        PublishAsync(
            context =>
            {
                var before = RowReader<LinkDecisionRow>.List(context.Connection, nameof(LinkDecisionRow.Id)).Where(row => row.Authority == LinkAuthority.Automatic).ToList();
                Remove(context, before.ExceptBy(merges.Select(WhatItSays), WhatItSays));
                Add(context, merges.ExceptBy(before.Select(WhatItSays), WhatItSays));
                Replace(context, reviews);
            },
            cancellationToken);

    /// <summary>Not when it was found, and by which run.</summary>
    private static (string One, string Other, double? Probability, string? Evidence) WhatItSays(LinkDecisionRow merge) =>
        (merge.OneKey, merge.OtherKey, merge.Probability, merge.Evidence);

    private static void Remove(DirectoryContext context, IEnumerable<LinkDecisionRow> merges)
    {
        var ids = StoreJson.Write(merges.Select(row => row.Id));
        context.Database.ExecuteSql(
            $"""
            INSERT INTO staging.Touched SELECT "OneKey" FROM main."LinkDecisions" WHERE "Id" IN (SELECT value FROM json_each({ids}));
            INSERT INTO staging.Touched SELECT "OtherKey" FROM main."LinkDecisions" WHERE "Id" IN (SELECT value FROM json_each({ids}));
            DELETE FROM main."LinkDecisions" WHERE "Id" IN (SELECT value FROM json_each({ids}))
            """);
    }

    private static void Add(DirectoryContext context, IEnumerable<LinkDecisionRow> decisions)
    {
        var last = context.Ask<long>($"SELECT COALESCE(MAX(\"Id\"), 0) FROM main.\"LinkDecisions\"").Single();
        using (var inserter = new RowInserter<LinkDecisionRow>(context))
            inserter.Insert(decisions.Select((row, number) => row with { Id = last + number + 1 }));
        context.Database.ExecuteSql(
            $"""
            INSERT INTO staging.Touched SELECT "OneKey" FROM main."LinkDecisions" WHERE "Id" > {last};
            INSERT INTO staging.Touched SELECT "OtherKey" FROM main."LinkDecisions" WHERE "Id" > {last}
            """);
    }

    private static void Replace(DirectoryContext context, IReadOnlyCollection<LinkReviewRow> reviews)
    {
        var foundOn = RowReader<LinkReviewRow>.List(context.Connection, nameof(LinkReviewRow.OneKey)).ToDictionary(row => (row.OneKey, row.OtherKey), row => row.FoundOn);
        context.Run("DELETE FROM main.\"LinkReviews\"");
        using var inserter = new RowInserter<LinkReviewRow>(context);
        inserter.Insert(reviews.Select(row => row with { FoundOn = foundOn.GetValueOrDefault((row.OneKey, row.OtherKey), row.FoundOn) }));
    }

    /// <param name="decide">Writes decisions to the store, and whom they are about to the table of touched keys.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<int> PublishAsync(Action<DirectoryContext> decide, CancellationToken cancellationToken)
    {
        using var area = stagings.Open();
        StagedFacts.None(area);

        // Whom decisions reach is asked of the store: they go in first.
        return await gate.PublishAsync(area, (unit, token) => Prepare(unit, decide, token), holdOthers: true, cancellationToken);
    }

    private static Prepared<int> Prepare(WriteUnit unit, Action<DirectoryContext> decide, CancellationToken cancellationToken)
    {
        decide(unit.Context);
        var publisher = new TherapistPublisher(unit);
        var differing = publisher.Prepare(formerTherapists: [], progress: null, cancellationToken);
        return new Prepared<int>(differing, () => publisher.Publish(firstImport: 0));
    }
}
