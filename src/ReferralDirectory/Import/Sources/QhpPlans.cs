using System.Globalization;
using System.Text.RegularExpressions;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// Which network of the catalogue a plan and its tier are: the network that the tier names, else the only network of a plan that the
/// catalogue knows by its HIOS id (in lower case) or by its marketing name. Else nothing but the insurer is known.
/// </summary>
internal sealed partial class QhpPlans(Insurer insurer, KnowledgeTables knowledge)
{
    private const int ShownIds = 3;

    private readonly Dictionary<string, string> marketingNames = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Id, string? Tier), string> references = [];
    private readonly SortedSet<string> unknown = new(StringComparer.Ordinal);

    /// <summary>Learns the names of plans from a <c>plans.json</c>.</summary>
    public void Learn(string path, ImportErrors errors)
    {
        foreach (var plan in JsonFile.Items<QhpPlan>(path, errors))
        {
            if (plan is { PlanId: { } id, MarketingName: { } name })
                marketingNames[Standard(id)] = name;
        }
    }

    /// <returns><c>insurer/network</c>, or <c>insurer</c>.</returns>
    public string ReferenceOf(QhpPlan plan)
    {
        if (!references.TryGetValue((plan.PlanId, plan.NetworkTier), out var known))
            references.Add((plan.PlanId, plan.NetworkTier), known = Find(plan));
        return known;
    }

    /// <summary>HIOS ids have 5 digits of the issuer, the state, and 7 digits of the product and plan; a variant of two digits may follow.</summary>
    public static bool IsWellFormed(string? id) => id is not null && HiosId().IsMatch(id);

    public void TellTo(ImportErrors errors)
    {
        if (unknown.Count == 0)
            return;
        errors.Warn(null, "plan_id", "unknown-plan", unknown.Count.ToString(CultureInfo.InvariantCulture),
            $"Plans that the catalogue cannot tell the network of became facts about {insurer.Id} as a whole ({string.Join(", ", unknown.Take(ShownIds))}"
            + $"{(unknown.Count > ShownIds ? ", …" : "")}): add them to plans.csv, by HIOS id in lower case or by marketing name, each with its network.");
    }

    private string Find(QhpPlan plan)
    {
        if (NetworkNamed(plan.NetworkTier) is { } network)
            return $"{insurer.Id}/{network.Id}";
        var id = Standard(plan.PlanId ?? "");
        if (Known(id) is { Networks: [var only] })
            return $"{insurer.Id}/{only}";
        unknown.Add(id);
        return insurer.Id.Value;
    }

    private Plan? Known(string id) =>
        (Code<Plan>.TryParse(id.ToLowerInvariant(), out var code) ? knowledge.Find(insurer.Id, code) : null)
        ?? (marketingNames.TryGetValue(id, out var name) ? InsurerLookup.FindPlan(knowledge, insurer, name) : null);

    /// <summary>By its code or its name; PREFERRED and the like name none.</summary>
    private Network? NetworkNamed(string? tier)
    {
        if (tier is null)
            return null;
        var wanted = FoldedText.Of(tier);
        return knowledge.Rows.Networks.FirstOrDefault(network => network.Insurer == insurer.Id && (FoldedText.Of(network.Name) == wanted || FoldedText.Of(network.Id.Value) == wanted));
    }

    private static string Standard(string id) => IsWellFormed(id) ? id[..14].ToUpperInvariant() : id.ToUpperInvariant();

    [GeneratedRegex(@"^\d{5}[A-Za-z]{2}\d{7}(-?\d{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HiosId();
}
