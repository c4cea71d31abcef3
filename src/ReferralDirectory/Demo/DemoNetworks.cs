using System.Collections.Immutable;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>Which insurers an invented person works with: mostly those of the state.</summary>
internal sealed class DemoNetworks(KnowledgeTables knowledge)
{
    private const int MostPayers = 5;

    private static readonly string[] LargeNationals = ["aetna", "cigna", "unitedhealthcare", "humana"];

    private readonly ILookup<Code<Insurer>, Network> networks = knowledge.Rows.Networks.ToLookup(network => network.Insurer);

    public ImmutableArray<DemoNetwork> Choose(Place home, Chance chance)
    {
        if (chance.Percent(22))
            return [];
        return [.. knowledge.Rows.Insurers
            .Where(insurer => insurer.States.IsEmpty || insurer.States.Contains(home.State))
            .Where(insurer => chance.Percent(PercentOf(insurer, home)))
            .Take(MostPayers)
            .Select(insurer => Fact(insurer, chance))];
    }

    private static int PercentOf(Insurer insurer, Place home) => insurer.Kind switch
    {
        InsurerKind.AutoPip => 8,
        InsurerKind.WorkersComp => 15,
        InsurerKind.Va => 8,
        _ when insurer.Id.Value == "excellus-bcbs" => home.City == "Syracuse" ? 80 : 35,
        _ when !insurer.States.IsEmpty => 42,
        _ => LargeNationals.Contains(insurer.Id.Value) ? 45 : 6,
    };

    private DemoNetwork Fact(Insurer insurer, Chance chance)
    {
        var named = networks[insurer.Id].ToArray();
        var network = named.Length > 0 && chance.Percent(65) ? chance.Of(named).Id.Value : null;
        bool? confirmed = chance.Percent(42) ? !chance.Percent(6) : null;
        return new DemoNetwork(insurer.Id.Value, network, confirmed, -chance.Between(2, 160));
    }
}
