using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>Compiles a snapshot of the store into an index. Used once per revision.</summary>
public static class MatchIndexCompiler
{
    public static MatchIndex Compile(DirectorySnapshot snapshot) => new(snapshot);
}
