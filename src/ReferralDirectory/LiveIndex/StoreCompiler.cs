using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Store;

namespace ReferralDirectory.LiveIndex;

/// <summary>Compiles the store as it stands: therapists go from its rows into the index one by one.</summary>
internal static class StoreCompiler
{
    public static MatchIndex Compile(SnapshotReader snapshots, CancellationToken cancellationToken)
    {
        var compiler = new MatchIndexCompiler();
        return compiler.Compile(snapshots.ReadAll(compiler.Add, cancellationToken));
    }
}
