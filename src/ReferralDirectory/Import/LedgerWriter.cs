using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>Appends entries that come from no file, and resolves whoever they reach, in one transaction.</summary>
internal sealed class LedgerWriter(WriteGate gate, StagingAreas stagings)
{
    /// <param name="entries">What was checked or decided.</param>
    /// <param name="by">Who did; stored along.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task AppendAsync(IReadOnlyCollection<Verification> entries, Organization by, CancellationToken cancellationToken)
    {
        using var area = stagings.Open();
        using (var facts = new StagedFacts(area))
        {
            foreach (var entry in entries)
                facts.Of(0, by).Add(entry);
            facts.Close();
        }

        await gate.PublishAsync(area, (unit, token) => Prepare(unit, by, token), holdOthers: false, cancellationToken);
    }

    private static Prepared<bool> Prepare(WriteUnit unit, Organization by, CancellationToken cancellationToken)
    {
        StagedOrganizations.Compare(unit, [by]);
        var publisher = new TherapistPublisher(unit);
        publisher.Prepare(formerTherapists: [], progress: null, cancellationToken);
        var import = unit.NewImportId();
        return new Prepared<bool>(true, () =>
        {
            StagedOrganizations.Publish(unit.Context, [by]);
            publisher.Publish(import.Value);
        });
    }
}
