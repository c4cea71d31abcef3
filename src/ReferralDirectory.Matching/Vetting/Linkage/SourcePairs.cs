using System.Runtime.InteropServices;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// Which pairs are two people for certain, nearly: those that one organisation lists as two members. They show how strangers agree
/// (u), family members and colleagues among them, without a person's own records in between.
/// </summary>
internal sealed class SourcePairs
{
    private readonly (int[] Members, double PairsUpTo)[] organizations;

    public SourcePairs(IReadOnlyList<LinkageRecord> records)
    {
        var members = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        var signatures = new Dictionary<string, (string[] Organizations, double Count)>(StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            foreach (var organization in records[i].Organizations)
            {
                if (!members.TryGetValue(organization, out var list))
                    members.Add(organization, list = []);
                list.Add(i);
            }

            ref var signature = ref CollectionsMarshal.GetValueRefOrAddDefault(signatures, string.Join(' ', records[i].Organizations), out _);
            signature = (records[i].Organizations, signature.Count + 1);
        }

        var sum = 0.0;
        organizations = [.. members.Values.Where(list => list.Count > 1).Select(list => (list.ToArray(), sum += list.Count * (list.Count - 1.0) / 2))];
        Across = Disjoint([.. signatures.Values]);
        Within = Math.Max(0, (records.Count * (records.Count - 1.0) / 2) - Across);
    }

    /// <summary>How many pairs have no organisation in common: only they can be linked.</summary>
    public double Across { get; }

    /// <summary>How many pairs have.</summary>
    public double Within { get; }

    /// <summary>Pairs within one organisation's list, drawn at random.</summary>
    public IEnumerable<(int One, int Other)> Sample(int most, ulong seed)
    {
        if (organizations.Length == 0)
            yield break;
        var chance = new SplitMix(seed);
        var all = organizations[^1].PairsUpTo;
        for (var drawn = 0; drawn < Math.Min(most, all); drawn++)
        {
            var at = chance.Next((long)all);
            var members = Array.Find(organizations, each => at < each.PairsUpTo).Members;
            var one = (int)chance.Next(members.Length);
            var other = (int)chance.Next(members.Length - 1);
            yield return (members[one], members[other + (other >= one ? 1 : 0)]);
        }
    }

    private static double Disjoint((string[] Organizations, double Count)[] signatures)
    {
        var pairs = 0.0;
        for (var i = 1; i < signatures.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!signatures[i].Organizations.AsSpan().ContainsAny(signatures[j].Organizations))
                    pairs += signatures[i].Count * signatures[j].Count;
            }
        }

        return pairs;
    }
}
