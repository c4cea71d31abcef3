using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Reads payers, their networks and their plans.</summary>
internal static class InsurerRows
{
    public static ImmutableArray<Insurer> Insurers(KnowledgeDirectory tables) => tables.Read(
        KnowledgeFile.Insurers,
        cells => new Insurer(
            cells.OwnCode<Insurer>("id"), cells.Text("name"), cells.Texts("aliases", ';'), cells.Word<InsurerKind>("kind"), cells.States("states"),
            cells.Source()));

    public static ImmutableArray<Network> Networks(KnowledgeDirectory tables) => tables.Read(
        KnowledgeFile.Networks,
        cells => new Network(cells.OwnCode<Network>("id"), cells.Reference<Insurer>("insurer", KnowledgeFile.Insurers), cells.Text("name")));

    public static ImmutableArray<Plan> Plans(KnowledgeDirectory tables, ImmutableArray<Network> networks)
    {
        var insurers = networks.ToLookup(network => network.Id, network => network.Insurer);
        return tables.Read(KnowledgeFile.Plans, cells =>
        {
            var plan = new Plan(
                cells.Reference<Insurer>("insurer", KnowledgeFile.Insurers), cells.OwnCode<Plan>("id"), cells.Text("name"), cells.Text("kind"),
                cells.References<Network>("networks", KnowledgeFile.Networks));
            if (plan.Networks.IsEmpty)
                cells.Refuse("networks", "missing-value", null, "A plan needs at least one network.");
            foreach (var foreign in plan.Networks.Where(network => insurers[network].Any(insurer => insurer != plan.Insurer)))
                cells.Refuse("networks", "unknown-network", foreign.Value, $"It belongs to another insurer than {plan.Insurer}: name one of its own networks.");
            return plan;
        });
    }
}
