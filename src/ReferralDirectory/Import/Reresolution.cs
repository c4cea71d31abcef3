using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>Resolves everyone again from records and ledger: the rows that readers see must be what comes out.</summary>
internal sealed class Reresolution(WriteGate gate)
{
    /// <summary>How many therapists differ from what is stored: 0 in a store that is in order. Stores nothing.</summary>
    public Task<int> CountDifferencesAsync(CancellationToken cancellationToken) => RunAsync(keep: false, cancellationToken);

    /// <summary>Stores what comes out, after the rules of resolution changed. The answer is the number of therapists that differed.</summary>
    public Task<int> ResolveAllAsync(CancellationToken cancellationToken) => RunAsync(keep: true, cancellationToken);

    private Task<int> RunAsync(bool keep, CancellationToken cancellationToken) =>
        gate.WriteAsync(
            (unit, token) =>
            {
                if (!keep)
                    unit.Discard();
                return Task.FromResult(new TherapistPublisher(unit).PublishAll(progress: null, token));
            },
            cancellationToken);
}
