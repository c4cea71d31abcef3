using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>
/// What the store was seeded with: null before the first decision, so that a start neither seeds twice nor brings back what was
/// removed.
/// </summary>
/// <param name="Kind">Demonstration or nothing.</param>
/// <param name="DemoImportedOn">The day from which the demonstration's day offsets count.</param>
internal readonly record struct Seeding(SeedKind? Kind, DateOnly? DemoImportedOn);

internal sealed class SeedState(WriteGate gate, IDbContextFactory<DirectoryContext> contexts)
{
    public async Task<Seeding> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var state = await context.State.AsNoTracking().SingleAsync(cancellationToken);
        return new Seeding(state.Seed, state.DemoImportedOn);
    }

    public Task MarkAsync(SeedKind kind, DateOnly? demoImportedOn, CancellationToken cancellationToken) =>
        gate.WriteAsync(
            (unit, _) =>
            {
                (unit.State.Seed, unit.State.DemoImportedOn) = (kind, demoImportedOn);
                return Task.FromResult(true);
            },
            cancellationToken);
}
