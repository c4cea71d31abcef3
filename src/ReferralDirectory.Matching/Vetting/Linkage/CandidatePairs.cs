using System.Runtime.InteropServices;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>The pairs that have a key in common, each once: a few dozen per record instead of all.</summary>
internal static class CandidatePairs
{
    /// <param name="records">Known by their places in this list.</param>
    /// <param name="mostOfABlock">A key that more records have tells nobody apart; the other keys must find them.</param>
    public static List<(int One, int Other)> Of(IReadOnlyList<LinkageRecord> records, int mostOfABlock)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            foreach (var key in BlockingKeys.Of(records[i]))
                (CollectionsMarshal.GetValueRefOrAddDefault(blocks, key, out _) ??= []).Add(i);
        }

        var codes = new List<ulong>();
        foreach (var block in blocks.Values)
        {
            if (block.Count > mostOfABlock)
                continue;
            for (var i = 1; i < block.Count; i++)
            {
                for (var j = 0; j < i; j++)
                    codes.Add(((ulong)(uint)block[j] << 32) | (uint)block[i]);
            }
        }

        codes.Sort();
        var pairs = new List<(int One, int Other)>(codes.Count);
        for (var i = 0; i < codes.Count; i++)
        {
            if (i == 0 || codes[i] != codes[i - 1])
                pairs.Add(((int)(codes[i] >> 32), (int)(uint)codes[i]));
        }

        return pairs;
    }
}
