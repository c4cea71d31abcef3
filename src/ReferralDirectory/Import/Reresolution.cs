using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Everyone as resolved again, beside what readers see at the same revision.</summary>
/// <param name="Differences">How many stored therapists differ: 0 in a store that is in order.</param>
/// <param name="Resolved">What records and ledger add up to.</param>
/// <param name="Shown">What an index is compiled from.</param>
internal sealed record ResolvedAgain(
    long Revision, string KnowledgeVersion, int Differences, ImmutableArray<TherapistProfile> Resolved, DirectorySnapshot Shown);

/// <summary>Resolves everyone again from records and ledger: the rows that readers see must be what comes out.</summary>
internal sealed class Reresolution(WriteGate gate, StagingAreas stagings, SnapshotReader snapshots, StoreConnections connections)
{
    /// <summary>Stores nothing. Nobody writes meanwhile, so both sides are of one revision.</summary>
    public Task<ResolvedAgain> CompareAsync(CancellationToken cancellationToken) =>
        PublishAsync(
            (unit, publisher, token) =>
            {
                unit.Discard();
                var (revision, knowledgeVersion) = (unit.State.Revision, unit.State.KnowledgeVersion);
                var resolved = ImmutableArray.CreateBuilder<TherapistProfile>();
                var differences = publisher.PrepareAll(resolved.Add, token);
                return new ResolvedAgain(revision, knowledgeVersion, differences, resolved.DrainToImmutable(), snapshots.ReadAll(token));
            },
            cancellationToken);

    /// <summary>
    /// Stores what comes out by the rules of this program, where those of another one made the rows. The answer is the number of therapists
    /// that differed.
    /// </summary>
    public async Task<int> FollowRulesAsync(CancellationToken cancellationToken)
    {
        using (var connection = connections.Open())
        {
            if (IsByTheseRules(StoreStateRow.Read(connection)))
                return 0;
        }

        return await PublishAsync(
            (unit, publisher, token) =>
            {
                // Asked again: another process may have been faster.
                if (IsByTheseRules(unit.State))
                {
                    unit.Discard();
                    return 0;
                }

                unit.State.ResolverVersion = TherapistResolver.Version;
                return publisher.PrepareAll(_ => { }, token);
            },
            cancellationToken);
    }

    private async Task<T> PublishAsync<T>(Func<WriteUnit, TherapistPublisher, CancellationToken, T> prepare, CancellationToken cancellationToken)
    {
        using var area = stagings.Open();
        StagedFacts.None(area);
        return await gate.PublishAsync(
            area,
            (unit, token) =>
            {
                var publisher = new TherapistPublisher(unit);
                return new Prepared<T>(prepare(unit, publisher, token), () => publisher.Publish(firstImport: 0));
            },
            holdOthers: true, cancellationToken);
    }

    private static bool IsByTheseRules(StoreStateRow state) => state.ResolverVersion == TherapistResolver.Version;
}
