using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>Puts every question about networks to one listing after the other, in rising order.</summary>
/// <param name="keys">The questions.</param>
/// <param name="day">For which they are asked.</param>
internal sealed class NetworkColumns(NetworkKeys keys, DateOnly day)
{
    private readonly NetworkQuestion[] questions = keys.On(day);
    private readonly NetworkColumn.Builder?[] columns = new NetworkColumn.Builder?[keys.Count];
    private readonly EvidenceKinds.Builder evidence = new(day);
    private readonly int[] asked = [.. Enumerable.Repeat(-1, keys.Count)];

    public void Add(int place, ImmutableArray<NetworkFact> facts, ZipCode zip)
    {
        foreach (var fact in facts)
        {
            foreach (var key in keys.AnsweredBy(fact.Insurer))
            {
                // Several facts may be about one insurer: each question is put once.
                if (asked[key] == place)
                    continue;
                asked[key] = place;
                if (NetworkRuling.Of(facts, zip, questions[key]) is { Status: NetworkStatus.InNetwork, Fact: { } ruling } found)
                    Add(key, place, ruling, NetworkEvidenceRule.Trust(found, questions[key].PlanNetworks is not null));
            }
        }
    }

    public (NetworkColumn?[] Columns, EvidenceKinds Evidence) Build() => (Array.ConvertAll(columns, builder => builder?.Build()), evidence.Build());

    private void Add(int key, int place, NetworkFact ruling, double trust) =>
        (columns[key] ??= new NetworkColumn.Builder()).Add(place, evidence.NumberOf(trust, ruling.Source.AsOf), isClosed: ruling.Accepting == false);
}
