using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Indexing;

/// <summary>
/// The answer as the description of matching says it, found by looking at every profile, every listing and both ways of visiting, one
/// after the other. It shares with the index only what a gate says of one candidate and the score of one candidate.
/// </summary>
internal sealed class BruteForceOracle(IEnumerable<TherapistProfile> therapists)
{
    private static readonly double[] Ladder = [5, 10, 25, 50, 100, 250];

    private readonly CompiledTherapist[] therapists = [.. therapists.Select(profile => new CompiledTherapist(profile, SmallKnowledge.Tables))];

    /// <summary>One line for each part of the answer: <see cref="Lines(MatchAnswer)"/> of the right answer.</summary>
    public string Answer(MatchCriteria criteria)
    {
        var look = new Look(therapists, criteria);
        if (!look.Query.Screening.AllowsResults)
            return Lines(criteria.CountsTotal ? 0 : null, null, [], [], []);

        var radius = criteria.Preferences.Radius?.Value ?? Ladder.FirstOrDefault(step => look.Eligible(step).Count >= criteria.Limit, Ladder[^1]);
        var eligible = look.Eligible(radius);
        var ranked = criteria.Sort == SortOrder.Distance
            ? eligible.Values.OrderBy(best => best.Candidate.Distance.Value).ThenByDescending(best => best.Score)
            : eligible.Values.OrderByDescending(best => best.Score);
        var shown = ranked.ThenBy(best => ResultOrder.Draw(criteria.AsOf, best.Candidate.Therapist.Id)).ThenBy(best => best.Candidate.Therapist.Id).Take(criteria.Limit);
        return Lines(
            criteria.CountsTotal ? eligible.Count : null, radius, shown.Select(best => (best.Candidate.Therapist.Id, best.Candidate.Listing.Id, best.Candidate.Mode, best.Score)),
            criteria.WithFunnel ? look.Funnel(radius) : [], criteria.WithRelaxations ? Relaxations(look, radius, eligible.Keys) : []);
    }

    public static string Lines(MatchAnswer answer) => Lines(
        answer.Total, answer.Screening.AllowsResults ? answer.Radius?.Value : null,
        answer.Results.Select(hit => (hit.Therapist.Id, hit.Listing.Id, hit.Mode, hit.Score)), answer.Funnel, answer.Relaxations);

    private static string Lines(
        int? total, double? radius, IEnumerable<(TherapistId, ListingId, VisitMode, long)> results, IEnumerable<FunnelStep> funnel, IEnumerable<Relaxation> relaxations) =>
        string.Create(CultureInfo.InvariantCulture, $"total {total} within {radius}\n") + string.Join('\n', results) + "\n" + string.Join('\n', funnel) + "\n"
        + string.Join('\n', relaxations);

    private IEnumerable<Relaxation> Relaxations(Look look, double radius, IEnumerable<TherapistId> eligible)
    {
        var before = eligible.ToHashSet();
        var next = Ladder.FirstOrDefault(step => step > radius);
        IEnumerable<Relaxation> all =
        [
            .. next > 0 ? [new Relaxation(RelaxationKind.RadiusMiles, new Miles(next), null, null, null, New(look.Eligible(next)))] : Array.Empty<Relaxation>(),
            .. ChangedOrders(look).Select(changed => changed.Relaxation with { Adds = New(new Look(therapists, changed.Criteria).Eligible(radius)) }),
        ];
        return all.Where(relaxation => relaxation.Adds > 0);

        int New(Dictionary<TherapistId, Best> after) => after.Keys.Count(id => !before.Contains(id));
    }

    private static IEnumerable<(Relaxation Relaxation, MatchCriteria Criteria)> ChangedOrders(Look look)
    {
        var asked = look.Query.Criteria;
        if (asked.Coverage.Plan is not null)
            yield return (new Relaxation(RelaxationKind.InsurerWide, null, null, null, null, 0), asked with { Coverage = asked.Coverage with { Plan = null } });
        if (look.Query.MinTier - 1 is >= 1 and var lower)
            yield return (new Relaxation(RelaxationKind.MinTier, null, lower, null, null, 0), asked with { MinTier = lower });
        foreach (var modality in SmallKnowledge.Tables.Rows.Modalities.Select(row => row.Code).Where(code => !asked.Order.Modalities.IsEmpty && !asked.Order.Modalities.Contains(code)))
        {
            if (look.Query.Pairs.Primary.Supported.Contains(SmallKnowledge.Tables.OrdinalOf(modality)))
                yield return (new Relaxation(RelaxationKind.Modality, null, null, modality, null, 0), asked with { Order = asked.Order with { Modalities = [modality] } });
        }

        foreach (var preference in asked.Preferences.Required)
        {
            yield return (
                new Relaxation(RelaxationKind.Preference, null, null, null, preference, 0),
                asked with { Preferences = asked.Preferences with { Required = asked.Preferences.Required.Remove(preference) } });
        }
    }

    private sealed record Best(Candidate Candidate, long Score);

    /// <summary>Every candidate of the world, as one order sees it.</summary>
    private sealed class Look
    {
        private readonly Candidate[] candidates;
        private readonly bool[] passesAfterRadius;

        public Look(IEnumerable<CompiledTherapist> therapists, MatchCriteria criteria)
        {
            Query = new MatchQuery(criteria, SmallKnowledge.Tables, Town.Options);
            candidates = [.. therapists.SelectMany(therapist => therapist.Profile.Listings.SelectMany(listing => CandidatesAt(therapist, listing, criteria)))];
            passesAfterRadius = [.. candidates.Select(candidate => Query.Screening.AllowsResults && AfterRadius.All(gate => Passes(gate, candidate, default)))];
        }

        public MatchQuery Query { get; }

        private static IEnumerable<GateId> AfterRadius => Enum.GetValues<GateId>().Where(gate => gate != GateId.WithinRadius);

        public Dictionary<TherapistId, Best> Eligible(double radius) => candidates
            .Where((candidate, i) => passesAfterRadius[i] && Passes(GateId.WithinRadius, candidate, radius))
            .Select(candidate => new Best(candidate, Scorer.Explain(new CandidateFacts(candidate, Query)).Sum(rule => rule.Contribution)))
            .GroupBy(best => best.Candidate.Therapist.Id)
            .ToDictionary(group => group.Key, BestOf);

        public ImmutableArray<FunnelStep> Funnel(double radius)
        {
            var steps = ImmutableArray.CreateBuilder<FunnelStep>();
            var left = candidates;
            foreach (var gate in Enum.GetValues<GateId>())
            {
                var passed = left.Where(candidate => Passes(gate, candidate, radius)).ToArray();
                steps.Add(new FunnelStep(gate, left.Length, passed.Length));
                left = passed;
            }

            steps.Add(new FunnelStep(null, left.Length, left.Select(candidate => candidate.Therapist.Id).Distinct().Count()));
            return steps.ToImmutable();
        }

        private static IEnumerable<Candidate> CandidatesAt(CompiledTherapist therapist, Listing listing, MatchCriteria criteria)
        {
            var distance = criteria.Place.DistanceTo(listing.Place.Point);
            if (listing.Place.Setting != CareSetting.HomeVisitOnly)
                yield return new Candidate(therapist, listing, VisitMode.Office, distance);
            if (listing.Place.HomeVisitRadius is not null && criteria.Preferences.HomeVisit != false)
                yield return new Candidate(therapist, listing, VisitMode.HomeVisit, distance);
        }

        private bool Passes(GateId gate, Candidate candidate, double radius) => GateSequence.Explain(gate, new CandidateFacts(candidate, Query), new Miles(radius)).Passed;

        private Best BestOf(IEnumerable<Best> ofOneTherapist)
        {
            var ranked = Query.Criteria.Sort == SortOrder.Distance
                ? ofOneTherapist.OrderBy(best => best.Candidate.Distance.Value).ThenByDescending(best => best.Score)
                : ofOneTherapist.OrderByDescending(best => best.Score).ThenBy(best => best.Candidate.Distance.Value);
            return ranked.ThenBy(best => best.Candidate.Mode).ThenBy(best => best.Candidate.Listing.Id).First();
        }
    }
}
