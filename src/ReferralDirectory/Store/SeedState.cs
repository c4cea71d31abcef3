using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>
/// What the store was seeded with: null before the first decision, so that a start neither seeds twice nor brings back what was
/// removed.
/// </summary>
/// <param name="Kind">Demonstration or nothing.</param>
/// <param name="DemoImportedOn">The day from which the demonstration's day offsets count.</param>
internal readonly record struct Seeding(SeedKind? Kind, DateOnly? DemoImportedOn);

internal sealed class SeedState(WriteGate gate, StoreConnections connections)
{
    public Seeding Read()
    {
        using var connection = connections.Open();
        var state = StoreStateRow.Read(connection);
        return new Seeding(state.Seed, state.DemoImportedOn);
    }

    /// <summary>Notes that no demonstration is wanted, unless something was decided meanwhile.</summary>
    public Task DeclineAsync(CancellationToken cancellationToken) =>
        gate.WriteAsync((unit, _) => Task.FromResult(unit.State.Seed ??= SeedKind.None), cancellationToken);
}
