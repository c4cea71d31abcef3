using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Tests.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Ranking;

/// <summary>What holds in every world and for every order.</summary>
public sealed class PropertyTests
{
    private static readonly Adversity[] Adversities = Enum.GetValues<Adversity>();

    private static readonly (string Name, Func<TherapistProfile, TherapistProfile> Improve)[] Improvements =
    [
        ("fresher licence check", p => p with { Licences = [.. p.Licences.Select(licence => licence with { CheckedOn = licence.CheckedOn?.AddDays(20) })] }),
        ("confirmed licence", p => p with { Licences = [.. p.Licences.Select(licence => licence with { CheckedOn = licence.CheckedOn ?? Today })] }),
        ("fresher exclusion check", p => p with { Exclusion = p.Exclusion is { } check ? check with { From = check.From with { AsOf = Today } } : null }),
        ("more documented hours", p => p.DocumentedTrainingHours is { } hours ? p with { DocumentedTrainingHours = hours with { Value = hours.Value + 150 } } : p),
        ("confirmed certificates", p => p with { Certifications = [.. p.Certifications.Select(held => held with { ConfirmedOn = held.ConfirmedOn ?? Today, ExpiresOn = null })] }),
        ("documented training", p => p with { Modalities = [.. p.Modalities.Select(offered => offered with { DocumentedHours = (offered.DocumentedHours ?? 0) + 60 })] }),
        ("one more modality", p => p with { Modalities = p.Modalities.Add(p.Modalities[0] with { Modality = Modality("myofascial-release") }) }),
        ("fresher network facts", p => p with { Networks = [.. p.Networks.Select(fact => fact.InNetwork ? Fresher(fact) : fact)] }),
        ("fresher word on new patients", p => AtEachPlace(p, place => place with { Accepting = place.Accepting with { From = place.Accepting.From with { AsOf = Today } } })),
        ("an opening", p => AtEachPlace(p, place => place with { NextOpening = Today.AddDays(1) })),
        ("speaks the language", p => p with { Languages = p.Languages.Add(new Sourced<string>("es", TherapistBuilder.Said(0))) }),
    ];

    [Fact]
    public void Contributions_add_up_to_the_score() => Holds((_, answer) =>
        answer.Results.All(hit => hit.Score == hit.Components.Sum(part => part.Contribution) && hit.Score is >= 0 and <= 100_000_000));

    [Fact]
    public void The_funnel_adds_up() => Holds((_, answer) => answer.Funnel.IsEmpty
        ? answer.Total == 0
        : answer.Funnel[^1].Out == answer.Total && answer.Funnel.Zip(answer.Funnel.Skip(1)).All(pair => pair.First.Out == pair.Second.In && pair.First.Out <= pair.First.In));

    [Fact]
    public void Every_gate_of_every_result_says_passed() => Holds((_, answer) => answer.Results.All(hit => hit.Gates.Length == 9 && hit.Gates.All(gate => gate.Passed)));

    [Fact]
    public void The_same_question_has_the_same_answer_however_the_profiles_were_ordered() => Holds(
        (world, answer) => BruteForceOracle.Lines(Ranker.Match(Town.Compile(world.Therapists.Reverse()), world.Criteria, Town.Options)) == BruteForceOracle.Lines(answer));

    [Fact]
    public void A_wider_radius_drops_nobody() => NobodyIsLost(criteria => criteria with
    {
        Preferences = criteria.Preferences with { Radius = criteria.Preferences.Radius is { } radius ? new Miles(radius.Value * 1.5) : new Miles(250) },
    });

    [Fact]
    public void Forgetting_the_plan_drops_nobody() => NobodyIsLost(criteria => criteria with { Coverage = criteria.Coverage with { Plan = null } });

    [Fact]
    public void A_lower_tier_drops_nobody() => NobodyIsLost(criteria => criteria with { MinTier = 0 });

    [Fact]
    public void One_more_contract_drops_nobody() => ContractsDropNobody(p => p with { Networks = p.Networks.Add(Select(accepting: null)) });

    [Fact]
    public void A_contract_that_takes_no_new_patients_shuts_no_other_network() => ContractsDropNobody(p => p.Networks.Any(IsCoveredBySelect)
        ? p : p with { Networks = p.Networks.Add(Select(accepting: false)) });

    [Fact]
    public void No_improvement_of_one_therapist_lowers_its_rank() => Holds((world, answer) => answer.Results.All(hit => Improvements.All(improvement =>
    {
        var improved = Town.Compile(world.With(improvement.Improve(hit.Therapist)));
        var rank = Ranker.Explain(improved, world.Criteria, hit.Therapist.Id, Town.Options)!.Hit?.Rank ?? int.MaxValue;
        return rank <= hit.Rank ? true : throw new InvalidOperationException($"{improvement.Name}: from {hit.Rank} to {rank}");
    })));

    [Fact]
    public void Moving_the_best_listing_nearer_never_lowers_a_rank() => Holds((world, answer) => answer.Results.All(hit =>
    {
        var nearer = AtEachPlace(hit.Therapist, place => place == hit.Listing.Place ? place with { Point = world.Criteria.Place } : place);
        var moved = Town.Compile(world.With(nearer));
        return Ranker.Explain(moved, world.Criteria, hit.Therapist.Id, Town.Options)!.Hit?.Rank <= hit.Rank;
    }));

    [Fact]
    public void An_explained_therapist_has_the_rank_that_the_answer_gives_it() => Holds((world, answer) => answer.Results.All(hit =>
        Ranker.Explain(world.Index, world.Criteria, hit.Therapist.Id, Town.Options)!.Hit is { } explained && explained.Rank == hit.Rank && explained.Score == hit.Score));

    [Fact]
    public void What_would_change_it_lets_a_missing_therapist_in() => Holds((world, answer) => !answer.Screening.AllowsResults || world.Therapists.All(therapist =>
    {
        var explained = Ranker.Explain(world.Index, world.Criteria, therapist.Id, Town.Options)!;
        var changed = explained.WhatWouldChangeIt.Aggregate(world.Criteria with { Preferences = world.Criteria.Preferences with { Radius = explained.Radius } }, Changed);
        return explained.WhatWouldChangeIt.IsEmpty || Ranker.Explain(world.Index, changed, therapist.Id, Town.Options)!.Hit is not null;
    }));

    private static MatchCriteria Changed(MatchCriteria criteria, Relaxation change) => change.Kind switch
    {
        RelaxationKind.RadiusMiles => criteria with { Preferences = criteria.Preferences with { Radius = change.Radius } },
        RelaxationKind.InsurerWide => criteria with { Coverage = criteria.Coverage with { Plan = null } },
        RelaxationKind.MinTier => criteria with { MinTier = change.MinTier },
        RelaxationKind.Modality => criteria with { Order = criteria.Order with { Modalities = [change.Modality!.Value] } },
        _ => criteria with
        {
            Preferences = criteria.Preferences with { Required = [.. criteria.Preferences.Required.Where(required => required != change.Preference)] },
        },
    };

    private static void ContractsDropNobody(Func<TherapistProfile, TherapistProfile> contract) => Holds((world, answer) =>
        AllOf(answer).IsSubsetOf(AllOf(Ranker.Match(Town.Compile(world.Therapists.Select(contract)), world.Criteria, Town.Options))));

    private static NetworkFact Select(bool? accepting) =>
        new(Aetna, AetnaSelect, true, null, null, accepting, null, TherapistBuilder.Said(0, FactMethod.InsurerFile));

    /// <summary>Is of the network itself, or of all that the insurer has?</summary>
    private static bool IsCoveredBySelect(NetworkFact fact) => fact.Insurer == Aetna && (fact.Network is not { } network || network == AetnaSelect);

    private static void NobodyIsLost(Func<MatchCriteria, MatchCriteria> loosen) => Holds((world, answer) =>
        AllOf(Ranker.Match(world.Index, world.Criteria, Town.Options)).IsSubsetOf(AllOf(Ranker.Match(world.Index, loosen(world.Criteria), Town.Options)))
        && answer.Total >= 0);

    private static HashSet<TherapistId> AllOf(MatchAnswer answer)
    {
        var ids = answer.Results.Select(hit => hit.Therapist.Id).ToHashSet();
        return ids.Count == answer.Total ? ids : throw new InvalidOperationException("The limit cut the answer.");
    }

    private static NetworkFact Fresher(NetworkFact fact) => fact with { Source = fact.Source with { AsOf = fact.Source.AsOf.AddDays(15) } };

    private static TherapistProfile AtEachPlace(TherapistProfile profile, Func<PracticePlace, PracticePlace> change) =>
        profile with { Listings = [.. profile.Listings.Select(listing => listing with { Place = change(listing.Place) })] };

    private static void Holds(Func<World, MatchAnswer, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(2026, 1121), FSharpOption<int>.None))),
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new RandomWorld(Adversities[seed % Adversities.Length], seed);
            var therapists = random.Therapists(25);
            var criteria = random.Order().Top(100).Build();
            var world = new World(therapists, criteria, Town.Compile(therapists));
            return property(world, Ranker.Match(world.Index, criteria, Town.Options));
        }));

    private sealed record World(ImmutableArray<TherapistProfile> Therapists, MatchCriteria Criteria, ReferralDirectory.Matching.Indexing.MatchIndex Index)
    {
        /// <summary>The same therapists, one of them changed.</summary>
        public IEnumerable<TherapistProfile> With(TherapistProfile changed) => Therapists.Select(therapist => therapist.Id == changed.Id ? changed : therapist);
    }
}
