using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>
/// A world as the two tables that a developer would derive for it every night: offices, and for each question about an insurer the
/// offices that are in its network. Plans are left out, because no question of the mix names one.
/// </summary>
internal sealed class FlatWorld
{
    public FlatWorld(DirectorySnapshot world, DateOnly day)
    {
        var knowledge = world.Knowledge;
        var options = new RankingOptions();
        var keys = new NetworkKeys(knowledge);
        var questions = knowledge.Rows.Insurers
            .ToDictionary(insurer => insurer.Id, insurer => (Key: keys.Find(new Coverage(CoverageKind.HealthPlan, insurer.Id)), Question: NetworkQuestion.Of(insurer.Id, null, day, knowledge)));
        var offices = new List<OfficeRow>();
        var networks = new List<NetworkRow>();
        foreach (var therapist in world.Therapists)
        {
            var compiled = new CompiledTherapist(therapist, knowledge);
            foreach (var listing in therapist.Listings)
            {
                Listings++;
                if (OfficeRow.Of(offices.Count, compiled, listing, day, knowledge, options) is not { } office)
                    continue;
                offices.Add(office);
                foreach (var insurer in therapist.Networks.Select(fact => fact.Insurer).Distinct())
                {
                    var (key, question) = questions[insurer];
                    var ruling = NetworkRuling.Of(therapist.Networks, listing.Place.Address.Zip, question);
                    if (ruling is { Status: NetworkStatus.InNetwork, Fact: { Accepting: not false } fact })
                        networks.Add(new NetworkRow(office, key, NetworkEvidenceRule.Raw(NetworkEvidenceRule.Trust(ruling, planAsked: false), day.DayNumber - fact.Source.AsOf.DayNumber)));
                }
            }

            MostListings = Math.Max(MostListings, therapist.Listings.Length);
        }

        (Day, Offices, Networks) = (day, [.. offices], [.. networks]);
    }

    /// <summary>The day of which the tables are true.</summary>
    public DateOnly Day { get; }

    /// <summary>By their numbers.</summary>
    public OfficeRow[] Offices { get; }

    public NetworkRow[] Networks { get; }

    /// <summary>Of the world, with or without a row here.</summary>
    public int Listings { get; }

    /// <summary>Of one therapist: the best twenty therapists are among the best twenty times as many offices.</summary>
    public int MostListings { get; }
}
