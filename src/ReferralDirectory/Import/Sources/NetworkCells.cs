using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Reads <c>insurer</c> or <c>insurer/network</c>.</summary>
internal static class NetworkCells
{
    public static (Code<Insurer> Insurer, Code<Network>? Network)? Read(string column, string text, RowCells cells)
    {
        var knowledge = cells.Context.Knowledge;
        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        if (!Code<Insurer>.TryParse(parts[0], out var insurer) || knowledge.Find(insurer) is null)
        {
            cells.Refuse(column, "unknown-insurer", parts[0], InsurerLookup.Find(knowledge, parts[0]) is { } meant
                ? $"Write its code: {meant.Id}." : "The catalogue has no such insurer: use a code that it lists.");
            return null;
        }

        if (parts.Length == 1)
            return (insurer, null);
        if (parts.Length == 2 && Code<Network>.TryParse(parts[1], out var network) && knowledge.Find(network)?.Insurer == insurer)
            return (insurer, network);
        var plan = Code<Plan>.TryParse(parts[1], out var code) ? knowledge.Find(insurer, code) : null;
        cells.Refuse(column, "unknown-network", text, plan is null
            ? $"{insurer} has no such network: use a code that the catalogue lists for it."
            : $"{parts[1]} is a plan: name its network, {string.Join(" or ", plan.Networks)}.");
        return null;
    }
}
