namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// The standing candidates of all blocks for everybody with one coverage: a search asks many blocks, and of most only how much they have
/// at most. Filled block by block, when somebody first asks. Thread-safe.
/// </summary>
/// <param name="blocks">Of the index.</param>
/// <param name="coverage">Of whom.</param>
internal sealed class StandingShelf(BlockRow blocks, StandingCoverage coverage)
{
    private const int Unknown = int.MaxValue;

    private readonly StandingCandidates?[] candidates = new StandingCandidates?[blocks.Blocks.Length];
    private readonly int[] most = [.. Enumerable.Repeat(Unknown, blocks.Blocks.Length)];

    /// <inheritdoc cref="StandingCandidates.Most"/>
    public int MostOf(int block) => most[block] is var known and not Unknown ? known : Of(block).Most;

    /// <param name="block">Its number.</param>
    public StandingCandidates Of(int block)
    {
        if (Volatile.Read(ref candidates[block]) is { } known)
            return known;
        var made = blocks.Blocks[block].OnServiceDay(coverage.ServiceDate).Standing(coverage.NetworkKey, coverage.Terms);
        most[block] = made.Most;
        Volatile.Write(ref candidates[block], made);
        return made;
    }
}

/// <summary>What all who stand for the same have in common.</summary>
/// <param name="NetworkKey">Of the question about networks; −1: the patient pays.</param>
internal readonly record struct StandingCoverage(int NetworkKey, DateOnly ServiceDate, StandingTerms Terms);
