using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>Compiles a snapshot of the store into an index. Later revisions come from <see cref="MatchIndex.With"/>.</summary>
public static class MatchIndexCompiler
{
    public static MatchIndex Compile(DirectorySnapshot snapshot) => MatchIndex.Of(snapshot, Block.Capacity);
}
