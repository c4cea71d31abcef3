using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Store;

namespace ReferralDirectory.LiveIndex;

/// <summary>Compiles the store as it stands: therapists go from its rows into the index one by one.</summary>
internal static class StoreCompiler
{
    /// <param name="snapshots">Of the store.</param>
    /// <param name="days">The days for which the index is to be ready, by its knowledge tables.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static MatchIndex Compile(SnapshotReader snapshots, Func<KnowledgeTables, IReadOnlyCollection<DateOnly>> days, CancellationToken cancellationToken)
    {
        var compiler = new MatchIndexCompiler();
        var state = snapshots.ReadAll(compiler.Add, cancellationToken);
        return compiler.Compile(state, days(state.Knowledge));
    }
}
