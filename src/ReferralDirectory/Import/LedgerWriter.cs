using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>Appends entries that come from no file, and resolves whoever they reach, in one transaction.</summary>
internal sealed class LedgerWriter(WriteGate gate, StagingAreas stagings)
{
    /// <param name="entries">What was checked or decided.</param>
    /// <param name="by">Who did; stored along.</param>
    /// <param name="along">What else is written in the same transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task AppendAsync(IReadOnlyCollection<Verification> entries, Organization by, Action<DirectoryContext>? along, CancellationToken cancellationToken)
    {
        using var area = stagings.Open();

        // What is said of invented people goes with them.
        var supplier = by with { Synthetic = by.Synthetic || await AreInventedAsync(area.Context, entries, cancellationToken) };
        using (var facts = new StagedFacts(area))
        {
            var file = facts.Of(0, supplier);
            foreach (var entry in entries)
                file.Add(entry);
            facts.Close();
        }

        await gate.PublishAsync(area, (unit, token) => Prepare(unit, by, along, token), holdOthers: false, cancellationToken);
    }

    private static Task<bool> AreInventedAsync(DirectoryContext context, IReadOnlyCollection<Verification> entries, CancellationToken cancellationToken)
    {
        string[] subjects = [.. entries.Select(entry => entry.Subject.Key).Distinct(StringComparer.Ordinal)];
        return context.RecordKeys.Where(key => EF.Parameter(subjects).Contains(key.Key))
            .AnyAsync(key => context.SourceRecords.Any(record => record.Id == key.RecordId && record.Synthetic), cancellationToken);
    }

    private static Prepared<bool> Prepare(WriteUnit unit, Organization by, Action<DirectoryContext>? along, CancellationToken cancellationToken)
    {
        StagedOrganizations.Compare(unit, [by]);
        var publisher = new TherapistPublisher(unit);
        publisher.Prepare(formerTherapists: [], progress: null, cancellationToken);
        var import = unit.NewImportId();
        return new Prepared<bool>(true, () =>
        {
            StagedOrganizations.Publish(unit.Context, [by]);
            publisher.Publish(import.Value);
            along?.Invoke(unit.Context);
        });
    }
}
