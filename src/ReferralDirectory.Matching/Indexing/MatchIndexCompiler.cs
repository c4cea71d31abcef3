using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>Compiles a snapshot of the store into an index. Used once per revision.</summary>
public static class MatchIndexCompiler
{
    public static MatchIndex Compile(DirectorySnapshot snapshot) => Compile(snapshot, Block.Capacity);

    /// <param name="snapshot">What the store says.</param>
    /// <param name="listingsPerBlock">1 … <see cref="Block.Capacity"/>; fewer only in tests.</param>
    internal static MatchIndex Compile(DirectorySnapshot snapshot, int listingsPerBlock)
    {
        var ordered = snapshot with { Therapists = [.. snapshot.Therapists.OrderBy(therapist => therapist.Id)] };
        return new MatchIndex(ordered, [.. ordered.Therapists.Select(therapist => new CompiledTherapist(therapist, snapshot.Knowledge))], listingsPerBlock);
    }
}
