using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Ranking;

/// <summary>Two therapists who differ in one thing; the better one has the id 2, so that no order of ids explains the answer.</summary>
public sealed class RankingTests
{
    [Fact]
    public void A_match_that_nobody_waits_for_ends()
    {
        var town = new Town(A.Therapist());
        var gone = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => Ranker.Match(town.Index, An.Order().Build(), Town.Options, gone));
        Assert.Throws<OperationCanceledException>(() => Ranker.Explain(town.Index, An.Order().Build(), new TherapistId(1), Town.Options, gone));
    }

    private static void FirstOver(TherapistBuilder better, TherapistBuilder worse, OrderBuilder? order = null)
    {
        Assert.Equal([2, 1], new Town(worse, better).Order(order ?? An.Order()));

        // Not the draw of the day decided, but the score.
        var results = new Town(worse, better).Match(order ?? An.Order()).Results;
        Assert.True(results[0].Score > results[1].Score);
    }

    [Fact]
    public void A_nearer_therapist_ranks_first_when_all_else_is_equal() => FirstOver(A.Therapist(2).MilesNorth(3), A.Therapist(1).MilesNorth(3.1));

    [Fact]
    public void A_higher_tier_ranks_first() => FirstOver(A.Therapist(2).Hours(documented: 750), A.Therapist(1).Hours(documented: 749));

    [Fact]
    public void A_fresher_licence_check_ranks_first() => FirstOver(A.Therapist(2).CheckedDaysAgo(29), A.Therapist(1).CheckedDaysAgo(30));

    [Fact]
    public void More_documented_hours_rank_first_within_a_tier() => FirstOver(A.Therapist(2).Hours(documented: 600), A.Therapist(1).Hours(documented: 599));

    [Fact]
    public void Stated_hours_earn_nothing() => Assert.Equal(
        new Town(A.Therapist()).Hit(An.Order()).Score, new Town(A.Therapist().Hours(stated: 2000)).Hit(An.Order()).Score);

    [Fact]
    public void A_fresher_network_fact_ranks_first() => FirstOver(A.Therapist(2).TakesOnly(Aetna, daysAgo: 29), A.Therapist(1).TakesOnly(Aetna, daysAgo: 30));

    [Theory]
    [InlineData(FactMethod.InsurerFile, FactMethod.Organization)]
    [InlineData(FactMethod.Organization, FactMethod.SelfReported)]
    public void A_better_founded_network_fact_ranks_first(FactMethod better, FactMethod worse) =>
        FirstOver(A.Therapist(2).TakesOnly(Aetna, method: better), A.Therapist(1).TakesOnly(Aetna, method: worse));

    [Fact]
    public void A_fact_about_the_plan_ranks_above_one_about_the_insurer() =>
        FirstOver(A.Therapist(2).TakesOnly(Aetna, AetnaSelect), A.Therapist(1).TakesOnly(Aetna), An.Order().On(Narrow));

    [Fact]
    public void A_better_graded_modality_ranks_first() =>
        FirstOver(A.Therapist(2).OffersOnly("myofascial-release"), A.Therapist(1).OffersOnly("shiatsu"), An.Order("M79.7"));

    [Fact]
    public void A_certificate_ranks_above_documented_hours_and_those_above_a_listed_modality()
    {
        var town = new Town(
            A.Therapist(1).OffersOnly("myofascial-release"), A.Therapist(2).OffersOnly("myofascial-release").Certified("myofascial"),
            A.Therapist(3).OffersOnly("myofascial-release", documentedHours: 40), A.Therapist(4).OffersOnly("myofascial-release", documentedHours: 39).MilesNorth(1));
        Assert.Equal([2, 3, 1, 4], town.Order(An.Order("M79.7")));
    }

    [Fact]
    public void Whoever_serves_the_second_diagnosis_too_ranks_first() => FirstOver(
        A.Therapist(2).OffersOnly("cdt", 135).Offers("swedish"), A.Therapist(1).OffersOnly("cdt", 135), An.Order("I89.0", "M54.50"));

    [Fact]
    public void The_first_diagnosis_counts_double() => FirstOver(
        A.Therapist(2).OffersOnly("shiatsu").Offers("myofascial-release"), A.Therapist(1).OffersOnly("shiatsu").Offers("mld"), An.Order("M79.7", "R60.9"));

    [Fact]
    public void A_confirmed_opening_for_new_patients_ranks_above_an_unknown_one() =>
        FirstOver(A.Therapist(2).Accepting(AcceptingPatients.Yes, daysAgo: 360), A.Therapist(1).Accepting(AcceptingPatients.Unknown));

    [Theory]
    [InlineData(30, 31)]
    [InlineData(90, 91)]
    [InlineData(360, 361)]
    public void A_fresher_word_on_new_patients_ranks_first(int better, int worse) => FirstOver(
        A.Therapist(2).Accepting(AcceptingPatients.Yes, better), A.Therapist(1).Accepting(AcceptingPatients.Yes, worse));

    [Fact]
    public void A_free_appointment_within_a_week_ranks_first() => FirstOver(
        A.Therapist(2).Accepting(AcceptingPatients.Unknown).FreeInDays(7), A.Therapist(1).Accepting(AcceptingPatients.Unknown).FreeInDays(8));

    [Fact]
    public void Whoever_reports_back_ranks_first() => FirstOver(
        A.Therapist(2).With(p => p with { Referrals = new ReferralRecord(10, 10, 10) }), A.Therapist(1).With(p => p with { Referrals = new ReferralRecord(10, 10, 5) }));

    [Fact]
    public void Four_earlier_referrals_say_nothing_yet() => Assert.Equal(
        new Town(A.Therapist()).Hit(An.Order()).Score,
        new Town(A.Therapist().With(p => p with { Referrals = new ReferralRecord(4, 0, 0) })).Hit(An.Order()).Score);

    [Fact]
    public void A_held_preference_ranks_first() => FirstOver(A.Therapist(2).Speaks("es-MX"), A.Therapist(1).Speaks("en"), An.Order().Preferring(p => p with { Languages = ["es"] }));

    [Fact]
    public void Distance_weighs_more_for_a_patient_than_for_a_physician()
    {
        var town = new Town(A.Therapist(1).MilesNorth(12).Hours(documented: 1000), A.Therapist(2));
        Assert.Equal([1, 2], town.Order(An.Order()));
        Assert.Equal([2, 1], town.Order(An.Order().ForPatient()));
    }

    [Fact]
    public void Sorted_by_distance_the_nearest_comes_first_whatever_its_score()
    {
        var town = new Town(A.Therapist(1).MilesNorth(12).Hours(documented: 1000), A.Therapist(2), A.Therapist(3).Hours(documented: 1000));
        Assert.Equal([3, 2, 1], town.Order(An.Order().ByDistance()));
    }

    [Fact]
    public void A_therapist_is_shown_once_as_the_best_candidate()
    {
        var hit = new Town(A.Therapist().MilesNorth(9).AlsoAt(7).MilesNorth(2).AlsoAt(8).MilesNorth(5)).Hit(An.Order());
        Assert.Equal((7, 1), (hit.Listing.Id.Value, hit.Rank));
    }

    [Fact]
    public void Equal_therapists_take_turns_from_day_to_day()
    {
        var town = new Town([.. Enumerable.Range(1, 6).Select(id => A.Therapist(id))]);
        var firsts = Enumerable.Range(0, 20).Select(day => town.Order(An.Order().AskedOn(Today.AddDays(day)))[0]).ToList();
        Assert.True(firsts.Distinct().Count() >= 4);
        Assert.Equal(town.Order(An.Order()), town.Order(An.Order()));
    }

    [Fact]
    public void An_unknown_diagnosis_is_worth_the_neutral_fit() =>
        Assert.Equal(250_000, new Town(A.Therapist()).Hit(An.Order("Z99.9")).Components.Single(score => score.Rule == RuleId.ModalityFit).Raw);
}
